using Gera.Hub.People;
using Marten;
using Npgsql;

namespace Gera.Hub.Features.Ideas.Reviews;

/// <summary>Lets somebody review a contest's ideas, or no longer.</summary>
/// <param name="Mail">Address of the account.</param>
public sealed record SetReviewer(Guid Contest, string? Mail, bool Reviews) : IWish<Done>;

internal sealed class SetReviewerVerb : IVerb<SetReviewer, Done>
{
    public Permission Needs => Permission.Edit;

    public Task<Scope?> ScopeOf(SetReviewer wish, Deed deed) => ContestScope.Of(wish.Contest, deed);

    public async Task<Answer<Done>> Do(SetReviewer wish, Deed deed)
    {
        await deed.Session.BeginTransactionAsync(deed.Stop);
        await using var look = new NpgsqlCommand("""select "Id" from people.users where "NormalizedEmail" = upper($1) and "EmailConfirmed" and not "Disabled" """, deed.Session.Connection);
        look.Parameters.AddWithValue(People.Text.Check(wish.Mail, 254, ("", "")) is null ? wish.Mail!.Trim() : "");
        if (await look.ExecuteScalarAsync(deed.Stop) is not Guid person) return ReviewRefusals.ReviewerUnknown;
        var stream = await deed.Session.Events.FetchForWriting<Contest>(wish.Contest, deed.Stop);
        if (stream.Aggregate!.Reviewers.Contains(person) == wish.Reviews) return new Done();
        stream.AppendOne(wish.Reviews ? new ReviewerAssigned(person, deed.Person.Id!.Value, deed.Now) : new ReviewerReleased(person, deed.Person.Id!.Value, deed.Now));
        return new Done();
    }
}
