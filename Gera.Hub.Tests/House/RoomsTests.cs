using ArchUnitNET.Domain;
using ArchUnitNET.Loader;
using ArchUnitNET.xUnitV3;
using Xunit;
using static ArchUnitNET.Fluent.ArchRuleDefinition;

namespace Gera.Hub.Tests.House;

/// <summary>Who may know whom.</summary>
public sealed class RoomsTests
{
    private static readonly Architecture Hub = new ArchLoader().LoadAssemblies(typeof(Door).Assembly).Build();

    [Theory, InlineData("People"), InlineData("Push"), InlineData("Storage"), InlineData("Shell")]
    public void What_rooms_stand_on_knows_no_room(string room) =>
        Types().That().ResideInNamespaceMatching($@"^Gera\.Hub\.{room}($|\.)").Should().NotDependOnAny(Types().That().ResideInNamespaceMatching(@"^Gera\.Hub\.Features\."))
            .Because("a room goes away with its folder and one line in Program.cs").Check(Hub);

    public static TheoryData<string> Features => [.. typeof(Door).Assembly.GetTypes().Select(t => t.Namespace?.Split('.')).Where(n => n is ["Gera", "Hub", "Features", ..]).Select(n => n![3]).Distinct()];

    [Theory, MemberData(nameof(Features))]
    public void A_room_knows_no_other_room(string room) =>
        Types().That().ResideInNamespaceMatching($@"^Gera\.Hub\.Features\.{room}($|\.)").Should().NotDependOnAny(Others(room))
            .Because("rooms meet through contributions kept in People and Shell").WithoutRequiringPositiveResults().Check(Hub);

    private static ArchUnitNET.Fluent.Syntax.Elements.Types.GivenTypesConjunction Others(string room)
    {
        var others = Types().That().ResideInNamespaceMatching($@"^Gera\.Hub\.Features\.(?!{room}($|\.))");
        return Senders.Contains(room) ? others.And().AreNot(Words) : others;
    }

    /// <summary>Rooms that may send other rooms' wishes through the door, and name nothing else of them.</summary>
    private static readonly string[] Senders = ["Groups", "Desk"];

    [Fact]
    public void Who_may_send_wishes_of_other_rooms_knows_nothing_else_of_them()
    {
        Assert.Contains(typeof(Gera.Hub.Features.Halls.Polls.PollDraft), Words);
        Assert.DoesNotContain(typeof(Gera.Hub.Features.Halls.Sessions.Hall), Words);
    }

    /// <summary>Wishes and what they are made of: types of their parameters and of their answers.</summary>
    private static readonly HashSet<System.Type> Words = Closed(typeof(Door).Assembly.GetTypes().Where(t => Answer(t) is not null));

    private static HashSet<System.Type> Closed(IEnumerable<System.Type> wishes)
    {
        var words = new HashSet<System.Type>();
        var left = new Queue<System.Type>(wishes.SelectMany(w => new[] { w, Answer(w)! }));
        while (left.TryDequeue(out var next))
        {
            foreach (var part in next.GetGenericArguments().Append(next.GetElementType()).OfType<System.Type>()) left.Enqueue(part);
            if (next.IsArray || next.Namespace?.StartsWith("Gera.Hub.Features.", StringComparison.Ordinal) != true || !words.Add(next)) continue;
            foreach (var parameter in next.GetConstructors().SelectMany(c => c.GetParameters())) left.Enqueue(parameter.ParameterType);
        }
        return words;
    }

    private static System.Type? Answer(System.Type wish) => wish.GetInterfaces().FirstOrDefault(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IWish<>))?.GetGenericArguments()[0];

    [Fact]
    public void Storage_knows_nobody() =>
        Types().That().ResideInNamespaceMatching(@"^Gera\.Hub\.Storage($|\.)").Should().NotDependOnAny(Types().That().ResideInNamespaceMatching(@"^Gera\.Hub\.(People|Push|Shell|Features)($|\.)")).Check(Hub);

    [Fact]
    public void Hubs_live_in_Push_and_the_ballot_hub_in_the_halls() =>
        Assert.Equal(["Gera.Hub.Features.Halls.Ballots.BallotHub", "Gera.Hub.Push.TopicHub"],
            typeof(Door).Assembly.GetTypes().Where(t => typeof(Microsoft.AspNetCore.SignalR.Hub).IsAssignableFrom(t)).Select(t => t.FullName!).Order(StringComparer.Ordinal));
}
