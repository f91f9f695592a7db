namespace Gera.Hub.People.Follows;

/// <summary>Follows something, or no longer; once more changes nothing.</summary>
/// <param name="Target">Kind and key, e.g. <c>group:energie</c>.</param>
public sealed record FollowThing(string? Target, bool Follow) : IWish<Done>;

internal sealed class FollowThingVerb(FollowBoard board) : IVerb<FollowThing, Done>
{
    private const int Most = 500;

    public Permission Needs => Permission.Account;

    public Pace? Pace => new(60, 3_000, TimeSpan.FromMinutes(1));

    public async Task<Answer<Done>> Do(FollowThing wish, Deed deed)
    {
        var me = deed.Person.Id!.Value;
        var target = wish.Target ?? "";
        if (!wish.Follow)
        {
            deed.Session.QueueSqlCommand("""delete from people.follows where "UserId" = ? and "Target" = ?""", me, target);
            return new Done();
        }
        if (await board.Find(target, deed.Stop) is null) return Refusals.NotFound;
        if ((await board.Targets(me, deed.Stop)).Count >= Most) return TooMany;
        deed.Session.QueueSqlCommand("""insert into people.follows ("UserId", "Target", "At") values (?, ?, ?) on conflict do nothing""", me, target, deed.Now);
        return new Done();
    }

    private static readonly Refusal TooMany = new("too_many_follows", "Sie folgen schon 500 Dingen. Bitte beenden Sie zuerst eines davon.", "You already follow 500 things. Please end one first.");
}
