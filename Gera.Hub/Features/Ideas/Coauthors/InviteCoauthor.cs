using Gera.Hub.People;
using Gera.Hub.People.Notices;
using Marten;
using Npgsql;

namespace Gera.Hub.Features.Ideas.Coauthors;

/// <summary>Asks somebody to be a co-author. Whether there is an account with that address is told to nobody.</summary>
/// <param name="Mail">Address of the account.</param>
public sealed record InviteCoauthor(Guid Idea, string? Mail) : IWish<Done>;

internal sealed class InviteCoauthorVerb(Noticeboard board) : IVerb<InviteCoauthor, Done>
{
    private const int Most = 10;

    public Permission Needs => Permission.Self;

    public Pace? Pace => new(20, 200, TimeSpan.FromHours(1));

    public Task<Scope?> ScopeOf(InviteCoauthor wish, Deed deed) => IdeaScope.Any(wish.Idea, deed);

    public async Task<Answer<Done>> Do(InviteCoauthor wish, Deed deed)
    {
        if (People.Text.Check(wish.Mail, 254, ("E-Mail-Adresse", "e-mail address")) is { } bad) return bad;
        await deed.Session.BeginTransactionAsync(deed.Stop);
        var stream = await deed.Session.Events.FetchForWriting<Idea>(wish.Idea, deed.Stop);
        var idea = stream.Aggregate!;
        if (idea.State is not (IdeaState.Published or IdeaState.Waiting)) return IdeaRefusals.AlreadyGone;
        if (idea.Coauthors.Count >= Most) return CoauthorRefusals.TooManyCoauthors;
        await using var look = new NpgsqlCommand("""select "Id" from people.users where "NormalizedEmail" = upper($1) and "EmailConfirmed" and not "Disabled" """, deed.Session.Connection);
        look.Parameters.AddWithValue(wish.Mail!.Trim());
        if (await look.ExecuteScalarAsync(deed.Stop) is not Guid person || person == idea.Author || idea.Coauthors.Any(c => c.Person == person)) return new Done();
        stream.AppendOne(new CoauthorInvited(person, deed.Person.Id!.Value, deed.Now));
        board.Tell(deed.Session, person, IdeaNotices.Invited, idea.Id.ToString(), new { title = await IdeaScope.Title(idea.Id, deed) }, $"/ideen/{idea.Number}#mitautoren");
        return new Done();
    }
}
