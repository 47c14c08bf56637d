using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Quickstart;

/// <summary>The help that System.CommandLine writes, and below it what one would type.</summary>
internal sealed class HelpWithExamples(HelpAction help) : SynchronousCommandLineAction
{
    public override int Invoke(ParseResult parseResult)
    {
        var result = help.Invoke(parseResult);
        parseResult.InvocationConfiguration.Output.WriteLine(
            """
            Examples:
              dotnet run --project samples/Quickstart
              dotnet run --project samples/Quickstart -- --issuer https://login.example.com --client-id my-cli --scope "openid email"
              dotnet run --project samples/Quickstart -- --issuer https://login.example.com --client-id my-service --client-secret-env MY_SECRET

            """);
        return result;
    }
}
