export default function Page() {
  return <h1>Sorami</h1>;
}
