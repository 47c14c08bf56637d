using SdkGen.OAuth.Protocol;
using SdkGen.OAuth.Security;

namespace SdkGen.OAuth.Hosting;

/// <summary>Finds what is wrong with options before the first request does. Each problem is a sentence that names the property.</summary>
internal static class OptionsCheck
{
    public static List<string> Problems(OAuthDeclaration declaration, OAuthClientOptions options)
    {
        var provider = declaration.Provider;
        var problems = new List<string>();
        if (string.IsNullOrWhiteSpace(options.ClientId) && provider.ClientId is null
            && provider.ClientAuthentication != ClientAuthenticationMethod.BearerToken)
        {
            problems.Add("ClientId is missing: state the id that the provider gave to this application.");
        }

        CheckProtections(declaration, problems);
        CheckSecret(declaration, options, problems);
        CheckVariables(declaration, options, problems);
        CheckBounds(options, problems);
        if (options.Scopes?.Any(scope => string.IsNullOrEmpty(scope) || scope.Contains(provider.ScopeSeparator, StringComparison.Ordinal)) == true)
        {
            problems.Add("Scopes holds an entry that is empty or is several scopes: state each scope as an entry of its own.");
        }

        return problems;
    }

    /// <summary>The compiler says so too (OAUTH0031), but can be told to be quiet.</summary>
    private static void CheckProtections(OAuthDeclaration declaration, List<string> problems)
    {
        foreach (var parameter in declaration.Parameters.Concat(declaration.Methods.SelectMany(method => method.Parameters)))
        {
            if (ReservedParameters.IsProtection(parameter.Name) && (parameter.Omit || parameter.Value is not null))
            {
                problems.Add($"'{parameter.Name}' is declared to be {(parameter.Omit ? "left out" : "fixed")}, but protects the flow: it can be renamed, no more.");
            }
        }
    }

    private static void CheckSecret(OAuthDeclaration declaration, OAuthClientOptions options, List<string> problems)
    {
        var provider = declaration.Provider;
        if (options.ClientSecret is { Length: 0 })
        {
            problems.Add("ClientSecret is empty: leave it out for a public client, or state the secret.");
        }
        else if (options.ClientSecret is null && options.ClientKey is null && provider.PublicClient == PublicClientBehavior.NotSupported)
        {
            problems.Add("ClientSecret is missing: this provider has no public clients.");
        }
        else if (options.ClientSecret is not null && provider.ClientAuthentication == ClientAuthenticationMethod.None)
        {
            problems.Add("ClientSecret is stated, but the clients of this provider are public and would never send it: leave it out.");
        }

        CheckKey(declaration, options, problems);
        CheckBearer(declaration, options, problems);
        if (provider.BasicEncoding == BasicEncoding.Raw && options.ClientSecret is not null
            && options.ClientId?.Contains(':', StringComparison.Ordinal) == true)
        {
            problems.Add("ClientId contains a colon, which the provider's unencoded Basic authentication cannot carry.");
        }
    }

    private static void CheckKey(OAuthDeclaration declaration, OAuthClientOptions options, List<string> problems)
    {
        switch (declaration.Provider.ClientAuthentication)
        {
            case ClientAuthenticationMethod.PrivateKeyJwt when options.ClientKey is null:
                problems.Add("ClientKey is missing: this provider's clients authenticate with a private key.");
                break;

            case ClientAuthenticationMethod.ClientSecretBasic or ClientAuthenticationMethod.ClientSecretPost or ClientAuthenticationMethod.None
                or ClientAuthenticationMethod.ClientSecretJwt or ClientAuthenticationMethod.BearerToken when options.ClientKey is not null
                && !declaration.Requests.Any(request => request.ClientAuthentication == ClientAuthenticationMethod.PrivateKeyJwt):
                problems.Add("ClientKey is stated, but this provider is declared to have another client authentication and it would never be used: leave it out.");
                break;

            case ClientAuthenticationMethod.ClientSecretJwt when options.ClientSecret is null:
                problems.Add("ClientSecret is missing: this provider's clients sign with it.");
                break;

            case ClientAuthenticationMethod.ClientSecretJwt when System.Text.Encoding.UTF8.GetByteCount(options.ClientSecret!) < ClientAuthentication.MinSigningSecretBytes:
                problems.Add("ClientSecret is too short to sign with: HS256 needs at least 32 bytes (RFC 7518 section 3.2).");
                break;
        }
    }

    private static void CheckBearer(OAuthDeclaration declaration, OAuthClientOptions options, List<string> problems)
    {
        if (declaration.Provider.ClientAuthentication == ClientAuthenticationMethod.BearerToken)
        {
            if (options.ClientSecret is null || !BearerToken.IsSendable(options.ClientSecret))
            {
                problems.Add("ClientSecret is missing, or is no token that a header can carry: it is the bearer token of this provider's clients.");
            }
        }
        else if (declaration.Requests.Concat(declaration.Methods.SelectMany(method => method.Requests))
            .Any(request => request.ClientAuthentication == ClientAuthenticationMethod.BearerToken))
        {
            problems.Add("A message is declared to send the client's secret as a bearer token, which it is not: declare a provider of its own for what has a token of its own.");
        }
    }

    private static void CheckVariables(OAuthDeclaration declaration, OAuthClientOptions options, List<string> problems)
    {
        ProviderTemplates templates;
        try
        {
            templates = new(declaration, options);
        }
        catch (TemplateException exception)
        {
            problems.Add(exception.Message + ".");
            return;
        }

        foreach (var (name, isOptional) in templates.OptionNames(ignoreUrls: options.Metadata is not null))
        {
            var value = templates.Values.Find(name);
            if (string.IsNullOrEmpty(value))
            {
                if (!isOptional)
                {
                    problems.Add($"{VariableNames.Property(name)} is missing: it is the '{{{name}}}' of the provider's declaration.");
                }
            }
            else if (templates.Values.Variable(name) is { } variable && !variable.Allows(value))
            {
                problems.Add($"{VariableNames.Property(name)} has a value that the provider's declaration does not allow.");
            }
        }

        if (options.Metadata is null && problems.Count == 0)
        {
            problems.AddRange(templates.UrlProblems().Select(problem => problem + "."));
        }
    }

    private static void CheckBounds(OAuthClientOptions options, List<string> problems)
    {
        if (options.ClockSkew < TimeSpan.Zero || options.ClockSkew > TimeSpan.FromMinutes(5))
        {
            problems.Add("ClockSkew is not between zero and five minutes.");
        }

        if (options.AuthorizationRequestLifetime <= TimeSpan.Zero || options.AuthorizationRequestLifetime > TimeSpan.FromDays(1))
        {
            problems.Add("AuthorizationRequestLifetime is not between zero and a day.");
        }

        if (options.BackchannelTimeout <= TimeSpan.Zero || options.BackchannelTimeout > TimeSpan.FromMinutes(10))
        {
            problems.Add("BackchannelTimeout is not between zero and ten minutes.");
        }

        if (options.MaxResponseBytes is < 1024 or > 64 * 1024 * 1024)
        {
            problems.Add("MaxResponseBytes is not between 1024 bytes and 64 MiB.");
        }
    }
}
