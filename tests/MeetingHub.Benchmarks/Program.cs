using BenchmarkDotNet.Running;
using MeetingHub.Benchmarks;
using MeetingHub.Benchmarks.Beside;
using MeetingHub.Benchmarks.Imports;
using MeetingHub.Benchmarks.Live;

switch (args)
{
    case ["live", .. var rest]:
        return await LiveBenchmark.Run(Options.Read(rest));
    case ["cold", .. var rest]:
        return await ColdStart.Run(Options.Read(rest));
    case ["import", .. var rest]:
        return await ImportBenchmark.Run(Options.Read(rest));
    case ["beside", .. var rest]:
        return await BesideBenchmark.Run(Options.Read(rest));
    case ["compile", var deck, var file]:
        return await BesideBenchmark.CompileOnce(deck, file);
    case ["micro", .. var rest]:
        BenchmarkSwitcher.FromAssembly(typeof(ColdStart).Assembly).Run(rest.Length > 0 ? rest : ["--filter", "*"]);
        return 0;
    case ["load", var plan]:
        return await LoadClient.Run(plan);
    case ["yardstick", var address]:
        return await Yardstick.Serve(address);
    default:
        Console.Error.WriteLine(
            """
            live  [--participants 1000] [--changes 30] [--pairs 5] [--interval 300] [--memory 1000,5000]
            cold  [--times 5]
            import [--rows 50000] [--times 3]
            beside [--times 5]
            all   [--server publish/MeetingHub.Web.dll]
            micro [BenchmarkDotNet's own options]
            """
        );
        return 2;
}
