// The first import of a server, since libuv counts its threads once, when the first of them has something to do: it
// leaves half of them to names, and four would leave two to every endpoint, model and database.
process.env.UV_THREADPOOL_SIZE ??= "32";
