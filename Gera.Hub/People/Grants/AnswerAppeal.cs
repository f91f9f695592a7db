using Gera.Hub.People.Mail;

namespace Gera.Hub.People.Grants;

/// <summary>Decides on an appeal; by someone other than whoever blocked.</summary>
/// <param name="Lift">True ends the block.</param>
/// <param name="Words">At most 2,000 characters, as the person reads it.</param>
public sealed record AnswerAppeal(Guid Block, bool Lift, string? Words) : IWish<Done>;

internal sealed class AnswerAppealVerb(Outbox outbox) : IVerb<AnswerAppeal, Done>
{
    public Permission Needs => Permission.Moderate;

    public Task<Scope?> ScopeOf(AnswerAppeal wish, Deed deed) => Blocks.Scope(wish.Block, deed);

    public async Task<Answer<Done>> Do(AnswerAppeal wish, Deed deed)
    {
        if (Text.Check(wish.Words, 2000, ("Antwort", "answer")) is { } bad) return bad;
        if (await Blocks.Lock(wish.Block, deed) is not { AppealAt: not null, AnsweredAt: null } block) return GrantRefusals.NoAppeal;
        if (block.By == deed.Person.Id || block.Person == deed.Person.Id) return GrantRefusals.AnotherDecides;
        var words = Text.Clean(wish.Words!);
        deed.Write("""update people.blocks set "Answer" = ?, "AnsweredBy" = ?, "AnsweredAt" = ? where "Id" = ?""", words, deed.Person.Id!.Value, deed.Now, wish.Block);
        if (wish.Lift) deed.Write("""update people.blocks set "LiftedAt" = coalesce("LiftedAt", ?) where "Id" = ?""", deed.Now, wish.Block);
        outbox.Post(deed.Session, new Letter(AppealMail.Name, new AppealMail.Told(words, wish.Lift), block.Person, Key: $"appeal:{wish.Block}"));
        return new Done();
    }
}
