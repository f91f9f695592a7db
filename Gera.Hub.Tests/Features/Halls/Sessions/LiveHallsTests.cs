using Marten;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Gera.Hub.Tests.Features.Halls.Sessions;

public sealed class LiveHallsTests(HubFixture home)
{
    [Fact]
    public async Task A_poll_is_found_before_the_letter_about_it_arrives()
    {
        var jonas = await home.Jonas();
        var (code, _) = await jonas.Session();
        // No letters reach this one.
        var halls = new LiveHalls(jonas.Hub.Services.GetRequiredService<IDocumentStore>());
        Assert.Empty((await halls.ByCode(code))!.Polls);
        var poll = Guid.Parse(await jonas.Prepare(code));
        Assert.NotNull((await halls.ByPoll(poll))!.Find(poll));
    }
}
