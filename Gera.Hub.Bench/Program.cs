using System.Runtime.InteropServices;
using Gera.Hub.Bench;
using Gera.Hub.Bench.Crowds;
using Gera.Hub.Bench.FaultRuns;

using var stop = new CancellationTokenSource();
using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, End);
using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, End);
try
{
    if (!OperatingSystem.IsLinux() || RuntimeInformation.ProcessArchitecture != Architecture.X64)
        throw new PlatformNotSupportedException("The bench needs Linux on x86-64 (epoll, /proc).");
    var arguments = new Arguments(args);
    switch (arguments.Verb)
    {
        case "worker":
            return await Worker.Run();
        case "memory-hub":
            return await MemoryHub.Run(arguments.Whole("port", 23090));
        case "hall":
            await using (var hall = new HallRun(arguments))
                return await hall.Run(stop.Token);
        case "box":
            await using (var box = new BoxRun(arguments))
                return await box.Run(stop.Token);
        case "ideas":
            await using (var ideas = new IdeasRun(arguments))
                return await ideas.Run(stop.Token);
        case "faults":
            return await new FaultRun(arguments).Run(stop.Token);
        default:
            Console.WriteLine(Arguments.Usage);
            return arguments.Verb is "" or "help" ? 0 : 2;
    }
}
catch (Misunderstood mistake)
{
    await Console.Error.WriteLineAsync($"{mistake.Message}\n\n{Arguments.Usage}");
    return 2;
}
catch (InvalidOperationException failure)
{
    await Console.Error.WriteLineAsync(failure.Message);
    return 1;
}
catch (OperationCanceledException) when (stop.IsCancellationRequested)
{
    return 1;
}

void End(PosixSignalContext signal)
{
    signal.Cancel = true; // what was started is taken down first
    stop.Cancel();
}
