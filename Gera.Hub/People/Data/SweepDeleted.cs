namespace Gera.Hub.People.Data;

/// <summary>Takes what was deleted out of the database's files, its log and the folder of mails, now instead of at night.</summary>
public sealed record SweepDeleted : IWish<Swept>;

internal sealed class SweepDeletedVerb(Sweep sweep) : IVerb<SweepDeleted, Swept>
{
    public Permission Needs => Permission.Administer;

    public TimeSpan Patience => TimeSpan.FromMinutes(5);

    public async Task<Answer<Swept>> Do(SweepDeleted wish, Deed deed) => await sweep.Run(deed.Stop) is { } swept ? swept : Refusals.SomeoneWasFaster;
}
