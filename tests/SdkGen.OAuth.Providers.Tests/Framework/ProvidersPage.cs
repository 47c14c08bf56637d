using System.Reflection;
using System.Text;

namespace SdkGen.OAuth.Providers.Tests.Framework;

/// <summary>The page of all providers, made from the interfaces.</summary>
internal static class ProvidersPage
{
    private const string Head = """
        # Providers

        The package `SdkGen.OAuth.Providers` has a client for each provider of this page. Each is one attributed interface, compiled by the same
        generator that compiles yours; its name links to it. [Describing a provider](describing-a-provider.md#extend-a-provider) says how to extend one,
        and how to correct it.

        <!-- Written by ProvidersPageTests from the interfaces. Renew it with SDKGEN_WRITE_PAGES=1 dotnet test tests/SdkGen.OAuth.Providers.Tests. -->

        ```csharp
        using Microsoft.Extensions.DependencyInjection;
        using SdkGen.OAuth.Providers;

        var services = new ServiceCollection();
        services.AddSpotify(options => options.ClientId = "your-client");
        ```

        The facts come from other catalogues of their kind and from what is known of the providers; no provider was asked. Each has an imitation, a record of what it
        demands and answers, which the tests of this repository play against the interface. That shows that the interface does what is known of the
        provider, not that the provider still does: if one has changed, correct it in your program, and tell us.

        | column | what it says |
        | --- | --- |
        | grants | code: authorization code; client: client credentials; refresh, device, exchange: as they are called |
        | client | how the client authenticates: by `client_secret_basic`, `client_secret_post`, `private_key_jwt`, as a public client, or as the metadata says |
        | PKCE | the challenge method, which is sent whether or not the provider announces it |
        | user | OpenID Connect: a validated ID token; UserInfo: a request, or a part of the token reply |
        | endpoints | discovery: from the metadata of the issuer; the others that the interface has besides |
        | options | what an application states besides `ClientId` and `ClientSecret`; those in italics may be left out |
        | quirks | what the provider does differently, by properties of `[OAuthProvider]` and the [attributes](describing-a-provider.md#what-it-does-differently) of each kind |


        """;

    public static string Write()
    {
        var page = new StringBuilder(Head.ReplaceLineEndings("\n"));
        page.Append("| provider | grants | client | PKCE | user | endpoints | options | quirks |\n");
        page.Append("| --- | --- | --- | --- | --- | --- | --- | --- |\n");
        foreach (var provider in CatalogueProvider.All)
        {
            page.Append(Row(provider)).Append('\n');
        }

        return page.ToString();
    }

    private static string Row(CatalogueProvider provider)
    {
        var declaration = provider.Declaration;
        string[] cells =
        [
            $"[{provider.Type.Name}](../src/SdkGen.OAuth.Providers/{provider.Type.Name}.cs)",
            Grants(declaration.Messages),
            Client(declaration),
            declaration.Messages.HasFlag(OAuthMessage.Authorization) ? declaration.Provider.Pkce.ToString() : "",
            User(declaration),
            Endpoints(declaration),
            string.Join(", ", Options(provider)),
            Quirks(declaration),
        ];
        return $"| {string.Join(" | ", cells)} |";
    }

    private static string Grants(OAuthMessage messages) => Names(
        messages,
        (OAuthMessage.Code, "code"),
        (OAuthMessage.ClientCredentials, "client"),
        (OAuthMessage.Refresh, "refresh"),
        (OAuthMessage.DeviceCode, "device"),
        (OAuthMessage.OtherGrants, "exchange"));

    private static string Client(OAuthDeclaration declaration) => declaration.Provider.ClientAuthentication switch
    {
        ClientAuthenticationMethod.ClientSecretBasic => "basic",
        ClientAuthenticationMethod.ClientSecretPost => "post",
        ClientAuthenticationMethod.PrivateKeyJwt => "private key",
        ClientAuthenticationMethod.None => declaration.Hooks.Length > 0 ? "signature" : "public",
        _ => "metadata",
    };

    private static string User(OAuthDeclaration declaration)
    {
        var openId = declaration.Provider.Scopes.Contains("openid") && declaration.Provider.IdToken != IdTokenExpectation.Ignored ? "OpenID Connect" : "";
        var endpoint = !declaration.Messages.HasFlag(OAuthMessage.UserInfo) ? ""
            : declaration.Responses.Any(response => response.Source == OAuthMessage.Code) ? "token reply" : "UserInfo";
        return string.Join(", ", new[] { openId, endpoint }.Where(text => text.Length > 0));
    }

    private static string Endpoints(OAuthDeclaration declaration)
    {
        var others = Names(
            declaration.Messages,
            (OAuthMessage.Revocation, "revocation"),
            (OAuthMessage.Introspection, "introspection"),
            (OAuthMessage.EndSession, "logout"));
        var isDiscovered = declaration.Provider is { Issuer: not null } provider && (provider.TokenEndpoint is null || provider.AuthorizationEndpoint is null);
        return string.Join(", ", new[] { isDiscovered ? "discovery" : "", others }.Where(text => text.Length > 0));
    }

    private static IEnumerable<string> Options(CatalogueProvider provider) =>
        from property in provider.CreateOptions().GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
        orderby property.Name
        let isRequired = property.GetCustomAttribute<System.ComponentModel.DataAnnotations.RequiredAttribute>() is not null
        select isRequired ? property.Name : $"*{property.Name}*";

    /// <summary>The properties of the provider that are quirks, and how many attributes of each kind there are.</summary>
    private static string Quirks(OAuthDeclaration declaration)
    {
        var provider = declaration.Provider;
        (bool IsDeclared, string Name)[] properties =
        [
            (provider.ScopeSeparator != ' ', $"scopes with `{provider.ScopeSeparator}`"),
            (provider.BasicEncoding != default, "raw Basic"),
            (provider.PublicClient == PublicClientBehavior.BasicWithEmptySecret, "public Basic"),
            (provider.PublicClient == PublicClientBehavior.NotSupported, "no public clients"),
            (provider.ResponseMode != default, "form post"),
            (provider.State != default, "state in redirect URI"),
            (!provider.NonceReturned, "no nonce"),
            (provider.IdToken != default, $"ID token {provider.IdToken.ToString().ToLowerInvariant()}"),
            (provider.IdTokenIssuers.Length > 0, "issuers"),
            (provider.IdTokenAlgorithms.Length > 0, string.Join(", ", provider.IdTokenAlgorithms)),
        ];
        (int Count, string Name)[] attributes =
        [
            (declaration.Parameters.Length, "parameter"),
            (declaration.Requests.Length, "request"),
            (declaration.Responses.Length, "response"),
            (declaration.Members.Length, "member"),
            (declaration.Errors.Length, "error"),
            (declaration.Hooks.Length, "hook"),
        ];
        return string.Join(", ", properties.Where(property => property.IsDeclared).Select(property => property.Name)
            .Concat(attributes.Where(attribute => attribute.Count > 0).Select(attribute => attribute.Count == 1 ? attribute.Name : $"{attribute.Count} {attribute.Name}s")));
    }

    private static string Names(OAuthMessage messages, params (OAuthMessage Message, string Name)[] names) =>
        string.Join(", ", names.Where(name => messages.HasFlag(name.Message)).Select(name => name.Name));
}
