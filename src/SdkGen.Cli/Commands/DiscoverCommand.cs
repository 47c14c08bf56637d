using System.CommandLine;
using System.Text.Json.Nodes;
using SdkGen.Cli.Inputs;
using SdkGen.Cli.Output;
using SdkGen.Cli.Providers;
using SdkGen.Cli.Running;
using SdkGen.OAuth;

namespace SdkGen.Cli.Commands;

/// <summary>What a provider announces of itself, or what the catalogue says of one.</summary>
internal sealed class DiscoverCommand : ToolCommand
{
    private readonly ProviderInput _provider = new();
    private readonly Argument<string?> _issuer = new("issuer") { Arity = ArgumentArity.ZeroOrOne, Description = "The issuer; the same as --issuer." };

    private readonly Option<TimeSpan?> _timeout = Duration.CreateOption("--timeout", "How long a request may take: 90, 90s, 5m (30 seconds if left out)");

    public DiscoverCommand()
        : base(
            "discover",
            "Show what a provider announces of itself (RFC 8414, OpenID Connect Discovery), or what the catalogue knows of it.",
            [
                "sdkgen discover https://accounts.google.com",
                "sdkgen discover --project my-project-123 --format jsonpath=$.token_endpoint",
                "sdkgen discover --provider github",
            ],
            "Print the issuer only.")
    {
        Arguments.Add(_issuer);
        Add([.. _provider.Identity, _timeout]);
    }

    /// <inheritdoc />
    protected override async Task<int> RunAsync(Run run, CancellationToken cancellationToken)
    {
        if (_provider.Issuer(run.Arguments, run.Arguments.GetValue(_issuer)) is not { } issuer)
        {
            run.Results.Write(Describe(_provider.Known(run.Arguments)));
            return ExitCode.Good;
        }

        var options = new MetadataOptions { BackchannelTimeout = run.Arguments.GetValue(_timeout) ?? TimeSpan.FromSeconds(30) };
        var document = await run.Notes.WaitAsync("Reading the metadata", () => MetadataDocument.FetchAsync(issuer, options, cancellationToken));
        var members = document.Json.EnumerateObject().Select(member => KeyValuePair.Create(member.Name, member.Value));
        var json = Claims.Json(members);
        run.Results.Write(new(json, new PropertyList(null, Claims.Lines(json))) { Essence = document.Metadata.Issuer });
        return ExitCode.Good;
    }

    private static CommandResult Describe(KnownProvider known)
    {
        var declared = known.Declaration.Provider;
        var variables = ProviderVariables.Of(known);
        var commands = ConnectedProvider.CommandsOf(known.Interface).ToList();
        (string Name, string? Value)[] urls =
        [
            ("issuer", declared.Issuer),
            ("authorization_endpoint", declared.AuthorizationEndpoint),
            ("token_endpoint", declared.TokenEndpoint),
            ("device_authorization_endpoint", declared.DeviceAuthorizationEndpoint),
            ("revocation_endpoint", declared.RevocationEndpoint),
            ("introspection_endpoint", declared.IntrospectionEndpoint),
            ("userinfo_endpoint", declared.UserInfoEndpoint),
        ];
        var json = new JsonObject { ["provider"] = known.Name };
        foreach (var (name, value) in urls.Where(url => url.Value is not null))
        {
            json[name] = value;
        }

        json["commands"] = new JsonArray([.. commands.Select(command => JsonValue.Create(command))]);
        json["scopes"] = new JsonArray([.. declared.Scopes.Select(scope => JsonValue.Create(scope))]);
        json["variables"] = new JsonArray([.. variables.Select(variable => JsonValue.Create(variable))]);
        return new(
            json,
            new PropertyList(
                null,
                [
                    ("provider", known.Name),
                    .. urls.Where(url => url.Value is not null),
                    ("commands", string.Join(", ", commands)),
                    ("scopes", declared.Scopes.Length > 0 ? string.Join(' ', declared.Scopes) : null),
                    ("--var", variables.Count > 0 ? string.Join(", ", variables) : null),
                ]))
        {
            Essence = declared.Issuer,
        };
    }
}
