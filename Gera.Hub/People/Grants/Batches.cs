namespace Gera.Hub.People.Grants;

/// <summary>Codes made together, as their verbs find them; an invitation is a batch of one.</summary>
internal static class Batches
{
    public static async Task<Scope?> Scope(string purpose, Guid batch, Deed deed) =>
        await deed.Find<bool?>("select true from people.codes where \"Purpose\" = $1 and \"Batch\" = $2 limit 1", purpose, batch) is null ? null : new Scope { About = batch.ToString() };

    /// <summary>Makes those that are open worthless and forgets for whom they were; false when none is open.</summary>
    public static async Task<bool> Withdraw(string purpose, Guid batch, Deed deed)
    {
        // Whoever is using one at this moment is waited for.
        if (await deed.Find<byte[]>("""select "Hash" from people.codes where "Purpose" = $1 and "Batch" = $2 and "UsedAt" is null and "Until" > $3 order by "Hash" for update""", purpose, batch, deed.Now) is null) return false;
        deed.Write("""update people.codes set "Until" = ?, "Data" = (coalesce("Data", '{}') - 'mail') || '{"withdrawn": true}' where "Purpose" = ? and "Batch" = ? and "UsedAt" is null""", deed.Now, purpose, batch);
        return true;
    }

    /// <summary>Stores a new code when the door saves.</summary>
    public static void WriteTo(this OneTimeCode code, Deed deed) => deed.Write(
        """insert into people.codes ("Hash", "Purpose", "Batch", "Data", "MadeBy", "At", "Until") values (?, ?, ?, ?::jsonb, ?, ?, ?)""",
        code.Hash, code.Purpose, code.Batch!.Value, code.Data ?? "{}", code.MadeBy!.Value, code.At, code.Until);
}
