using System.Text.Json;
using SdkGen.OAuth;

namespace SdkGen.Cli.Running;

/// <summary>What is told of an exception. This is the one place that turns exceptions into words.</summary>
/// <param name="Message">What happened: the provider, the endpoint, the status and the section of the RFC, as far as there are any.</param>
/// <param name="Advice">What to do.</param>
/// <param name="ExitCode">How the tool ends.</param>
internal sealed record Failure(string Message, string? Advice, int ExitCode)
{
    /// <summary>What is told of an exception; <see langword="null"/> of one that nobody expects, which is a mistake in the tool.</summary>
    public static Failure? Of(Exception exception) => exception switch
    {
        CommandException command => new(command.Message, command.Advice, command.ExitCode),
        OAuthException oauth => new(oauth.Message, Advices.For(oauth), Running.ExitCode.Failure),
        JsonException json => new($"This is no JSON that can be read: {json.Message}", null, Running.ExitCode.Failure),
        HttpRequestException http => new(
            $"The request did not get through: {http.Message}", "Look at the address, the network and the proxy.", Running.ExitCode.Failure),
        IOException or UnauthorizedAccessException => new(exception.Message, null, Running.ExitCode.Failure),
        ArgumentException argument => new(
            argument.Message.Split(" (Parameter", 2)[0], "Correct what was typed: --help shows how.", Running.ExitCode.WrongUsage),
        _ => null,
    };
}
