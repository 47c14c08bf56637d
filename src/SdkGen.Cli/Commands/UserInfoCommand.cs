using System.CommandLine;
using System.Text.Json.Nodes;
using SdkGen.Cli.Inputs;
using SdkGen.Cli.Output;
using SdkGen.Cli.Providers;
using SdkGen.Cli.Running;
using SdkGen.OAuth;

namespace SdkGen.Cli.Commands;

/// <summary>Whose access token it is (OpenID Connect Core section 5.3).</summary>
internal sealed class UserInfoCommand : TokenCommand
{
    /// <summary>What a provider may call otherwise; the catalogue knows how.</summary>
    private static readonly string[] StandardClaims =
        ["name", "given_name", "family_name", "nickname", "preferred_username", "profile", "picture", "website", "email", "email_verified", "locale"];

    private readonly Option<string?> _subject = new("--subject")
    {
        HelpName = "sub",
        Description = "Whose it has to be: the 'sub' of the ID token (OpenID Connect Core section 5.3.2).",
    };

    public UserInfoCommand()
        : base(
            "userinfo",
            "Ask the provider whose access token it is (OpenID Connect Core section 5.3).",
            [
                "sdkgen userinfo --issuer https://login.example.com < access-token.txt",
                "sdkgen userinfo --provider github --token-env GITHUB_TOKEN --format jsonpath=$.email",
            ],
            "Print the subject only.",
            "the access token")
    {
        AddAll([Token.Option, _subject]);
    }

    /// <inheritdoc />
    protected override ProviderWishes Wishes(ParseResult arguments) => new() { NeedsClient = false };

    /// <inheritdoc />
    protected override async Task<CommandResult> RunAsync(Run run, ConnectedProvider provider, CancellationToken cancellationToken)
    {
        var endpoint = provider.Require<IUserInfoEndpoint>();
        var user = await endpoint.GetUserInfoAsync(
            new UserInfoRequest { AccessToken = await Token.ReadAsync(run, cancellationToken), Subject = run.Arguments.GetValue(_subject) }, cancellationToken);
        var claims = new JsonObject { ["sub"] = user.Subject };
        foreach (var (name, value) in user.ReadAs(CliJson.Default.JsonObject) ?? [])
        {
            claims[name] = name == "sub" ? user.Subject : value?.DeepClone();
        }

        foreach (var name in StandardClaims.Where(name => !claims.ContainsKey(name) && user[name] is not null))
        {
            claims[name] = user[name];
        }

        return new(claims, new PropertyList(null, Claims.Lines(claims))) { Essence = user.Subject };
    }
}
