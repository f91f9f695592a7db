namespace Gera.Hub.People.Grants;

/// <summary>A block as its verbs find it.</summary>
internal sealed record Blocks(Guid Person, Guid By, DateTime? Until, DateTime? LiftedAt, DateTime? AppealAt, DateTime? AnsweredAt)
{
    public bool IsOver(DateTimeOffset now) => LiftedAt is not null || Until <= now.UtcDateTime;

    public static async Task<Scope?> Scope(Guid block, Deed deed) =>
        await deed.Find<Guid?>("select \"UserId\" from people.blocks where \"Id\" = $1", block) is { } person ? new Scope(Owner: person) { About = person.ToString() } : null;

    /// <summary>The block, held until the deed is over.</summary>
    public static async Task<Blocks?> Lock(Guid block, Deed deed) =>
        await deed.Row("""select "UserId", "By", "Until", "LiftedAt", "AppealAt", "AnsweredAt" from people.blocks where "Id" = $1 for update""", block) is [Guid person, Guid by, var until, var lifted, var appeal, var answered]
            ? new Blocks(person, by, (DateTime?)until, (DateTime?)lifted, (DateTime?)appeal, (DateTime?)answered) : null;
}
