using SdkGen.Cli.Inputs;

namespace SdkGen.Cli.Commands;

/// <summary>A command about one token, which is its argument, in the environment, or on standard input.</summary>
internal abstract class TokenCommand : ProviderCommand
{
    protected TokenCommand(string name, string description, string[] examples, string quiet, string what)
        : base(name, description, examples, quiet)
    {
        Token = new(what);
        Arguments.Add(Token.Argument);
    }

    /// <inheritdoc />
    protected sealed override TokenInput Token { get; }
}
