using BenchmarkDotNet.Running;
using SdkGen.Benchmarks.Groups;
using SdkGen.Benchmarks.Reports;
using SdkGen.Benchmarks.Tokens;

if (args is not ["all", ..])
{
    BenchmarkSwitcher.FromAssembly(typeof(CachedToken).Assembly).Run(args);
    return;
}

var effort = new Effort(args.Contains("--quick"));
Sizes.AreSmall = effort.IsQuick;
var load = Page.Load();
var page = Page.Write(await AllGroups.RunAsync(effort), effort, load);
if (Array.Find(args[1..], argument => !argument.StartsWith('-')) is { } path)
{
    await File.WriteAllTextAsync(path, page);
}
else
{
    Console.Write(page);
}
