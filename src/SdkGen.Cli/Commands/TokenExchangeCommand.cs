using System.CommandLine;
using SdkGen.Cli.Inputs;
using SdkGen.Cli.Output;
using SdkGen.Cli.Providers;
using SdkGen.Cli.Running;
using SdkGen.OAuth;

namespace SdkGen.Cli.Commands;

/// <summary>Another token for a token (RFC 8693).</summary>
internal sealed class TokenExchangeCommand : ProviderCommand
{
    private readonly TokenInput _subject = new("the subject token");
    private readonly AccessInput _access = new();

    private readonly Option<string?> _subjectType = TokenTypeInput.CreateOption("--subject-token-type", "What the token is (access_token if left out)");

    private readonly Option<string?> _actor = new("--actor-token-env")
    {
        HelpName = "name",
        Description = "The environment variable that holds the token of the party that acts for the subject.",
    };

    private readonly Option<string?> _actorType = TokenTypeInput.CreateOption("--actor-token-type", "What the actor's token is (access_token if left out)");

    private readonly Option<string?> _requestedType = TokenTypeInput.CreateOption("--requested-token-type", "What is wanted");

    public TokenExchangeCommand()
        : base(
            "token-exchange",
            "Trade a token for another one (RFC 8693).",
            [
                "sdkgen perform token-exchange --issuer https://login.example.com --client-id gateway --client-secret-env MY_SECRET --audience orders < access-token.txt",
                "sdkgen perform token-exchange --issuer https://login.example.com --client-id gateway --client-secret-env MY_SECRET --token-env USER_TOKEN --actor-token-env MY_TOKEN",
            ],
            QuietToken)
    {
        Arguments.Add(_subject.Argument);
        AddAll([_subject.Option, _subjectType, _actor, _actorType, _requestedType, .. _access.All]);
    }

    /// <inheritdoc />
    protected override TokenInput Token => _subject;

    /// <inheritdoc />
    protected override async Task<CommandResult> RunAsync(Run run, ConnectedProvider provider, CancellationToken cancellationToken)
    {
        var grant = provider.Require<ITokenExchangeGrant>();
        var arguments = run.Arguments;
        var request = new TokenExchangeRequest
        {
            SubjectToken = await _subject.ReadAsync(run, cancellationToken),
            SubjectTokenType = arguments.GetValue(_subjectType) ?? TokenTypes.AccessToken,
            ActorToken = arguments.GetValue(_actor) is { } name ? Secret.FromEnvironment("--actor-token-env", name, "the actor's token") : null,
            ActorTokenType = arguments.GetValue(_actorType) ?? TokenTypes.AccessToken,
            RequestedTokenType = arguments.GetValue(_requestedType),
        };
        return TokenResult.Of(await grant.ExchangeTokenAsync(_access.Apply(request, arguments), cancellationToken));
    }
}
