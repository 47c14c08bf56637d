using System.CommandLine;
using SdkGen.Cli.Running;

namespace SdkGen.Cli.Inputs;

/// <summary>A token that a command is about.</summary>
internal sealed class TokenInput
{
    private readonly string _what;
    private readonly Argument<string?> _argument;
    private readonly Option<string?> _environment = new("--token-env") { HelpName = "name", Description = "The environment variable that holds the token." };

    /// <param name="what">Which token, for messages: "the refresh token".</param>
    public TokenInput(string what)
    {
        _what = what;
        _argument = new("token")
        {
            Description = $"Best left out or '-': {what} is then read from standard input. On the command line others can read it.",
            Arity = ArgumentArity.ZeroOrOne,
        };
    }

    public Argument Argument => _argument;

    public Option Option => _environment;

    /// <summary>The option by which a provider finds the token faster, of the commands whose message has one.</summary>
    public Option<string?> Hint { get; } = new("--token-type-hint")
    {
        HelpName = "type",
        Description = "access_token or refresh_token, to let the provider find it faster.",
    };

    /// <summary>Reads the token.</summary>
    /// <exception cref="CommandException">There is none, or it is stated in two ways.</exception>
    public async Task<string> ReadAsync(Run run, CancellationToken cancellationToken)
    {
        var (typed, name) = (run.Arguments.GetValue(_argument), run.Arguments.GetValue(_environment));
        if (typed is not null && name is not null)
        {
            throw CommandException.Usage($"There are two places for {_what}.", "Use --token-env, or standard input.");
        }

        if (name is not null)
        {
            return Secret.FromEnvironment("--token-env", name, _what);
        }

        if (typed is null or Secret.FromInput)
        {
            return await StandardInput.ReadSecretAsync(_what, cancellationToken);
        }

        Secret.Warn(run.Notes, "A token", "standard input or --token-env");
        return typed;
    }

    /// <summary>Whether the token will be read from standard input.</summary>
    public bool IsFromInput(ParseResult arguments) =>
        arguments.GetValue(_environment) is null && arguments.GetValue(_argument) is null or Secret.FromInput;
}
