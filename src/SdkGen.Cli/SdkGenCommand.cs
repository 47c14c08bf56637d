using System.CommandLine;
using System.CommandLine.Invocation;

namespace SdkGen.Cli;

/// <summary>The command line of <c>sdkgen</c>.</summary>
internal sealed class SdkGenCommand : RootCommand
{
    public SdkGenCommand()
        : base("OAuth 2.0 and OpenID Connect from the command line.")
    {
    }

    /// <summary>Reads the command line, and does what it says.</summary>
    /// <returns>The exit code: 0 only if everything went well.</returns>
    public async Task<int> RunAsync(string[] args)
    {
        var arguments = Parse(args);
        if (arguments.Action is ParseErrorAction mistake)
        {
            // The mistake is what matters; a page of help would push it out of sight.
            mistake.ShowHelp = false;
        }

        // The time limit is what makes Ctrl+C cancel the command instead of killing the process.
        return await arguments.InvokeAsync(new() { ProcessTerminationTimeout = TimeSpan.FromSeconds(5) });
    }
}
