using System.CommandLine;
using Microsoft.Extensions.Configuration;
using SdkGen.Cli.Providers;
using SdkGen.Cli.Running;
using SdkGen.OAuth;

namespace SdkGen.Cli.Inputs;

/// <summary>Which provider is spoken to, and by which client.</summary>
internal sealed class ProviderInput
{
    private readonly Option<string?> _issuer = new("--issuer")
    {
        HelpName = "url",
        Description = "The provider: its issuer, spelled as in its metadata.",
    };

    private readonly Option<string?> _project = new("--project")
    {
        HelpName = "slug",
        Description = "The provider: a project of Ory Network.",
    };

    private readonly Option<string?> _provider = new("--provider")
    {
        HelpName = "name",
        Description = "The provider: one of the catalogue's, such as google or github, with what it does differently.",
    };

    private readonly Option<string[]> _variables = new("--var")
    {
        HelpName = "name=value",
        Description = "What the catalogue leaves open of --provider: tenant=contoso.",
    };

    private readonly Option<string?> _authMethod = new("--auth-method")
    {
        HelpName = "basic|post|none",
        Description = "How the client authenticates; without it as the provider announces. Of --issuer and --project only.",
    };

    public ProviderInput()
    {
        _provider.CompletionSources.Add(_ => Catalogue.Names.Select(name => new System.CommandLine.Completions.CompletionItem(name)));
        _authMethod.AcceptOnlyFromAmong("basic", "post", "none");
    }

    /// <summary>The client.</summary>
    public ClientInput Client { get; } = new();

    /// <summary>What says which provider.</summary>
    public IEnumerable<Option> Identity => [_issuer, _project, _provider, _variables];

    /// <summary>All of it.</summary>
    public IEnumerable<Option> All => [.. Identity, .. Client.All, _authMethod];

    /// <summary>The issuer that was typed, as URL or as project; <see langword="null"/> if it is a provider of the catalogue.</summary>
    /// <exception cref="CommandException">There is none, several, or a wrong one.</exception>
    public string? Issuer(ParseResult arguments, string? positional = null)
    {
        var (issuer, project, provider) = (arguments.GetValue(_issuer) ?? positional, arguments.GetValue(_project), arguments.GetValue(_provider));
        if (new[] { positional, arguments.GetValue(_issuer), project, provider }.Count(text => text is not null) != 1)
        {
            throw CommandException.Usage(
                issuer is null && project is null && provider is null ? "Nothing says which provider." : "Several things say which provider.",
                "State exactly one of --issuer https://…, --project SLUG (Ory Network) and --provider NAME (docs/providers.md).");
        }

        if (provider is null && arguments.GetValue(_variables) is { Length: > 0 })
        {
            throw CommandException.Usage("--var is for a provider of the catalogue.", "Leave it out, or state --provider.");
        }

        return issuer is not null ? IssuerInput.Check(issuer) : project is not null ? IssuerInput.OfProject(project) : null;
    }

    /// <summary>The provider of the catalogue that was typed.</summary>
    public KnownProvider Known(ParseResult arguments) => Catalogue.Find(arguments.GetValue(_provider)!);

    /// <summary>Makes the client.</summary>
    /// <param name="run">What was typed.</param>
    /// <param name="wishes">What the command wants besides.</param>
    /// <param name="cancellationToken">Stops waiting for standard input and metadata.</param>
    /// <exception cref="CommandException">What was typed does not fit together.</exception>
    /// <exception cref="OAuthException">The options are incomplete, or the metadata cannot be had.</exception>
    public async Task<ConnectedProvider> ConnectAsync(Run run, ProviderWishes wishes, CancellationToken cancellationToken)
    {
        var method = run.Arguments.GetValue(_authMethod);
        if (Issuer(run.Arguments) is not { } issuer)
        {
            var known = Known(run.Arguments);
            if (method is not null || wishes.ResponseMode is not null)
            {
                throw CommandException.Usage(
                    $"The catalogue says how {known.Name} is spoken to.", $"Leave out {(method is not null ? "--auth-method" : "--response-mode")}, or use --issuer.");
            }

            return await ConnectAsync(known, run, wishes, cancellationToken);
        }

        var options = new AuthorizationServerOptions { Issuer = issuer };
        await Client.ApplyAsync(options, run, isPublic: method == "none", cancellationToken);
        if (method is "basic" or "post" && options.ClientSecret is null)
        {
            throw CommandException.Usage($"--auth-method {method} needs a client secret.", "State --client-secret-env or --client-secret-stdin.");
        }

        var declaration = new OAuthDeclaration(new Uri(issuer).Authority, AuthorizationServerClient.Declaration.Messages)
        {
            Provider = new("{issuer}")
            {
                Scopes = ["openid"],
                OfflineAccessScope = wishes.SignsIn ? await OfflineAccessScopeAsync(issuer, cancellationToken) : null,
                ClientAuthentication = method switch
                {
                    "basic" => ClientAuthenticationMethod.ClientSecretBasic,
                    "post" => ClientAuthenticationMethod.ClientSecretPost,
                    "none" => ClientAuthenticationMethod.None,
                    _ => ClientAuthenticationMethod.FromMetadata,
                },
                ResponseMode = wishes.ResponseMode ?? ResponseMode.Query,
                SenderConstraint = Client.IsBound(run.Arguments) ? SenderConstraint.DPoP : SenderConstraint.None,
            },
        };
        return Connect(declaration.Name, declaration, options, wishes, client => new AuthorizationServerClient(client));
    }

    private async Task<ConnectedProvider> ConnectAsync(KnownProvider provider, Run run, ProviderWishes wishes, CancellationToken cancellationToken)
    {
        var options = provider.CreateOptions();
        var variables = NamedValues.Read("--var", run.Arguments.GetValue(_variables) ?? []).ToList();
        var known = ProviderVariables.Of(provider);
        if (variables.Find(variable => !known.Contains(variable.Name, StringComparer.OrdinalIgnoreCase)) is { Name: { } unknown })
        {
            throw CommandException.Usage(
                $"{provider.Name} has no variable '{unknown}'.",
                known.Count == 0 ? "It has none: leave --var out." : $"It has {string.Join(", ", known)}.");
        }

        options.Bind(new ConfigurationBuilder()
            .AddInMemoryCollection(variables.Select(variable => KeyValuePair.Create(variable.Name, (string?)variable.Value)))
            .Build());
        await Client.ApplyAsync(options, run, isPublic: provider.Declaration.Provider.ClientAuthentication == ClientAuthenticationMethod.None, cancellationToken);
        var ofSignIns = ProviderVariables.OfSignIns(provider.Declaration).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return Connect(provider.Name, provider.Declaration, options, wishes, provider.CreateClient) with
        {
            SignInVariables = [.. variables.Where(variable => ofSignIns.Contains(variable.Name))],
        };
    }

    private static ConnectedProvider Connect(
        string name, OAuthDeclaration declaration, OAuthClientOptions options, ProviderWishes wishes, Func<OAuthClient, object> create)
    {
        if (!wishes.NeedsClient)
        {
            // The message names no client, but a client without a name is an incomplete one.
            options.ClientId ??= "none";
        }
        else if (string.IsNullOrWhiteSpace(options.ClientId) && declaration.Provider.ClientId is null)
        {
            throw CommandException.Usage("The client id is missing.", "State --client-id, or put it into OAUTH2_CLIENT_ID.");
        }

        // Whoever types the scopes means these and no others.
        options.OfflineAccess = wishes.Scopes is not { } scopes || declaration.Provider.OfflineAccessScope is not { } offline || scopes.Contains(offline);
        try
        {
            return new(name, create(new(declaration, options)), declaration);
        }
        catch (OAuthException exception) when (exception.Failure == OAuthFailure.InvalidConfiguration)
        {
            // Nothing was sent yet: what is wrong is what was typed.
            throw CommandException.Usage(exception.Message, Advices.For(exception));
        }
    }

    /// <summary>A refresh token is asked for, as Ory's command line does, where the provider says that there are any.</summary>
    private static async Task<string?> OfflineAccessScopeAsync(string issuer, CancellationToken cancellationToken)
    {
        var document = await MetadataDocument.FetchAsync(issuer, options: null, cancellationToken);
        return document.Metadata.ScopesSupported?.Contains("offline_access") == true ? "offline_access" : null;
    }
}
