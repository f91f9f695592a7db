namespace Gera.Hub.Features.Ideas.Board;

/// <summary>Who may see an idea: the one rule for pages, lists, search, feeds, files, counters and topics. Each of them asks the database with these words.</summary>
internal static class IdeaSight
{
    /// <summary>Where ideas stand; queries call it <c>i</c>.</summary>
    public const string Table = "hub.mt_doc_idea";

    /// <summary>The idea is out, and its category is no longer sealed.</summary>
    public const string Everyone = $"i.state in ('Published', 'Withdrawn', 'Hidden') and {Unsealed}";

    /// <summary>Its words are for everyone: of a hidden one only its place is.</summary>
    public const string Readable = $"i.state in ('Published', 'Withdrawn') and {Unsealed}";

    /// <summary>In lists and search only those that stand.</summary>
    public const string Listed = $"i.state = 'Published' and {Unsealed}";

    /// <summary>Its contest lets editors read what is sealed.</summary>
    public const string ForStaff = "i.state in ('Waiting', 'Published') and exists (select from hub.mt_doc_contest c where c.id = i.contest and (c.data -> 'rules' ->> 'staffSees')::boolean)";

    /// <summary>Its category takes no more ideas, or never was sealed.</summary>
    /// <remarks>"not in" and not "not exists": the pairs are few and read once, and the planner does not take the ideas for one.</remarks>
    public const string Unsealed = "(i.contest, i.category) not in (select p.contest, p.category from ideas.phases p where p.phase = 0 and p.seals and p.state < 2)";
}
