using Xunit;

namespace Gera.Hub.Tests.Features.Halls.Ballots;

public sealed class TallyBeatTests
{
    [Theory, InlineData(0, 250), InlineData(1, 250), InlineData(10_000, 250), InlineData(30_000, 1_000), InlineData(96_000, 10_000), InlineData(1_000_000, 10_000)]
    public void The_beat_stretches_with_the_audience(int listeners, int milliseconds) =>
        Assert.Equal(milliseconds, TallyBeat.Beat(listeners).TotalMilliseconds, 0.5);

    [Fact]
    public void More_listeners_never_make_it_faster()
    {
        var beats = Enumerable.Range(0, 200).Select(n => TallyBeat.Beat(n * 1_000)).ToArray();
        Assert.Equal(beats.Order(), beats);
    }
}
