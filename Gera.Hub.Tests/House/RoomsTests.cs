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
        Types().That().ResideInNamespaceMatching($@"^Gera\.Hub\.Features\.{room}($|\.)").Should().NotDependOnAny(Types().That().ResideInNamespaceMatching($@"^Gera\.Hub\.Features\.(?!{room}($|\.))"))
            .Because("rooms meet through contributions kept in People and Shell").WithoutRequiringPositiveResults().Check(Hub);

    [Fact]
    public void Storage_knows_nobody() =>
        Types().That().ResideInNamespaceMatching(@"^Gera\.Hub\.Storage($|\.)").Should().NotDependOnAny(Types().That().ResideInNamespaceMatching(@"^Gera\.Hub\.(People|Push|Shell|Features)($|\.)")).Check(Hub);

    [Fact]
    public void Hubs_live_in_Push_and_the_ballot_hub_in_the_halls() =>
        Assert.Equal(["Gera.Hub.Features.Halls.Ballots.BallotHub", "Gera.Hub.Push.TopicHub"],
            typeof(Door).Assembly.GetTypes().Where(t => typeof(Microsoft.AspNetCore.SignalR.Hub).IsAssignableFrom(t)).Select(t => t.FullName!).Order(StringComparer.Ordinal));
}
