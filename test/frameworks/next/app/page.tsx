import { Clerk } from "clerk-domains";
import { Update } from "./update";

export const dynamic = "force-dynamic";

export default async function Page() {
  const clerk = new Clerk({ serverURL: process.env.SERVER_URL });
  const { data } = await clerk.domains.list();
  return (
    <main>
      <p>{data.map(({ name }) => name).join(", ")}</p>
      <Update />
    </main>
  );
}
