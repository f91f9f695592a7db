using Gera.Hub.People;
using Marten;

namespace Gera.Hub.Features.Ideas.Attachments;

/// <summary>Whose the idea or draft is that a file belongs to, and whether it may still change.</summary>
internal static class AttachmentScope
{
    public static async Task<Scope?> OfIdea(Guid idea, Deed deed) =>
        await IdeaScope.Written(idea, deed) ?? (await deed.Session.LoadAsync<IdeaDraft>(idea, deed.Stop) is { } draft ? new Scope(Owner: draft.Person) : null);

    /// <summary>Why the idea's files can no longer be changed; null when they can.</summary>
    public static async Task<Refusal?> Frozen(Guid id, Deed deed)
    {
        if (await deed.Session.LoadAsync<Idea>(id, deed.Stop) is not { } idea) return null;
        return RewordIdeaVerb.Refuse(idea, (await deed.Session.LoadAsync<Contest>(idea.Contest, deed.Stop))!, idea.Edition);
    }
}
