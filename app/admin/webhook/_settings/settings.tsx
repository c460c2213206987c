"use client";

import { useWebhookSettings } from "#app/_components/data/webhook.ts";
import { Failure } from "#app/_components/ui/failure.tsx";
import { Notice } from "#app/_components/ui/notice.tsx";
import { SkeletonBlock } from "#app/_components/ui/skeleton.tsx";
import { EndpointTest } from "../_test/endpoint-test.tsx";
import { Schedule } from "./schedule.tsx";
import { SettingsForm } from "./settings-form.tsx";

export function Settings() {
  const { data, error, mutate } = useWebhookSettings();
  if (!data) {
    if (error) {
      return (
        <div className="mt-8 max-w-xl">
          <Failure error={error} retry={() => mutate()} />
        </div>
      );
    }
    return (
      <SkeletonBlock
        label="Lecture des réglages"
        className="mt-9 max-w-xl space-y-5"
        bars={["h-12", "h-11", "h-11 w-2/3"]}
      />
    );
  }
  return (
    <>
      {data.blocked && (
        <div className="mt-7">
          <Notice kind="failed">
            <strong className="font-semibold">Rien ne part pour l’instant. </strong>
            {data.blocked}
          </Notice>
        </div>
      )}
      <div className="mt-9 grid gap-x-16 gap-y-12 lg:grid-cols-[minmax(0,1fr)_24rem]">
        <SettingsForm settings={data} />
        <aside className="space-y-10 border-line lg:border-l lg:pl-10">
          <EndpointTest id="default" />
          <Schedule delays={data.schedule} />
        </aside>
      </div>
    </>
  );
}
