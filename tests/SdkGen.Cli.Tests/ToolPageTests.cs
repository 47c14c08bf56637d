using System.CommandLine;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using SdkGen.Cli.Running;

namespace SdkGen.Cli.Tests;

/// <summary>docs/tool.md says what there is, and nothing that there is not.</summary>
public sealed partial class ToolPageTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(Path.GetDirectoryName(SourceFile())!, "../../docs/tool.md"));

    /// <summary>What the page says that Ory's command line has.</summary>
    private static readonly string[] Orys = ["--https", "--auth-url", "--token-url", "--device-auth-url", "--skip", "--no-shutdown", "--state"];

    private static readonly string[] Foreign = ["--global", "--help"];

    [Fact]
    public void It_names_every_command() =>
        Assert.All(Leaves(new SdkGenCommand(), ""), command => Assert.Contains($"`{command.Path}`", Page, StringComparison.Ordinal));

    [Fact]
    public void It_names_every_option_and_no_other()
    {
        var options = Leaves(new SdkGenCommand(), "").SelectMany(leaf => leaf.Command.Options).Select(option => option.Name).ToHashSet();
        var named = Option().Matches(Page).Select(match => match.Value).ToHashSet();

        Assert.Empty(options.Except(named));
        Assert.Empty(named.Except(options).Except(Orys).Except(Foreign));
    }

    [Fact]
    public void Every_command_has_examples_that_the_tool_understands()
    {
        var root = new SdkGenCommand();
        foreach (var (command, path) in Leaves(root, ""))
        {
            var examples = Assert.IsAssignableFrom<IHasExamples>(command).Examples.Where(example => example.StartsWith("sdkgen ", StringComparison.Ordinal)).ToList();
            Assert.NotEmpty(examples);
            foreach (var example in examples)
            {
                var typed = Regex.Split(example, " [<>|]")[0]["sdkgen ".Length..];
                Assert.True(root.Parse(typed).Errors.Count == 0, $"{path}: {example}");
            }
        }
    }

    private static IEnumerable<(Command Command, string Path)> Leaves(Command command, string path) =>
        command.Subcommands.Count == 0
            ? [(command, path)]
            : command.Subcommands.SelectMany(child => Leaves(child, path.Length == 0 ? child.Name : $"{path} {child.Name}"));

    private static string SourceFile([CallerFilePath] string file = "") => file;

    [GeneratedRegex("(?<![a-z-])--[a-z][a-z-]*")]
    private static partial Regex Option();
}
