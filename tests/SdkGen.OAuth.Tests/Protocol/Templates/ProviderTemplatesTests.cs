using SdkGen.OAuth.Protocol;

namespace SdkGen.OAuth.Tests.Protocol;

/// <summary>What a declaration's templates need: which options, which values of messages; and what is wrong with the URLs that options complete.</summary>
public sealed class ProviderTemplatesTests
{
    [Fact]
    public void Each_text_of_a_declaration_that_is_a_template_states_its_options()
    {
        var declaration = new OAuthDeclaration("Acme", OAuthMessage.None)
        {
            Provider = new("https://id.example/{issuer}") { ClientId = "{clientNumber}", IdTokenIssuers = ["https://id.example/{idTokenIssuer}"] },
            ClientAssertion = new() { Issuer = "{assertionIssuer}", Audience = "{assertionAudience}" },
            Parameters = [new("a", "{parameter}"), new("b")],
            Requests = [new() { Endpoint = "https://id.example/{endpoint}", MutualTlsEndpoint = "https://id.example/{mutualTlsEndpoint}" }],
            Methods =
            [
                new(OAuthMessage.Code)
                {
                    Parameters = [new("c", "{parameterOfMethod}")],
                    Requests = [new() { Endpoint = "https://id.example/{endpointOfMethod}" }],
                },
            ],
        };
        var templates = new ProviderTemplates(declaration, new Options { ClientId = "c" });
        string[] texts = ["clientNumber", "assertionIssuer", "assertionAudience", "idTokenIssuer", "parameter", "parameterOfMethod"];

        Assert.Equal(
            ["issuer", "endpoint", "mutualTlsEndpoint", "endpointOfMethod", .. texts],
            templates.OptionNames(ignoreUrls: false).Select(option => option.Name));
        Assert.Equal(texts, templates.OptionNames(ignoreUrls: true).Select(option => option.Name));
    }

    [Fact]
    public void An_option_is_optional_where_every_template_can_do_without_it()
    {
        var declaration = Declare("https://id.example/{url}", ("a", "{optional?}"), ("b", "x{optional?}"), ("c", "{both?}"), ("d", "{both}"), ("e", "{url?}"));

        Assert.Equal(
            [("url", false), ("optional", true), ("both", false)],
            new ProviderTemplates(declaration, new Options { ClientId = "c" }).OptionNames(ignoreUrls: false));
    }

    [Fact]
    public void What_messages_or_the_client_fill_is_no_option()
    {
        var declaration = Declare(
            "https://id.example", [new("filled") { From = "callback.x" }, new("stated") { From = "request" }, new("tenant")],
            ("a", "{filled}"), ("b", "{stated}"), ("c", "{token.x}"), ("d", "{client.id}"), ("e", "{tenant}"));

        Assert.Equal([("tenant", false)], new ProviderTemplates(declaration, new Options { ClientId = "c" }).OptionNames(ignoreUrls: false));
    }

    [Theory]
    [InlineData("stated", "t", "stated")]
    [InlineData("stated", null, "stated")]
    [InlineData("", "a b", "app:a%20b")]
    [InlineData(" ", "t", "app:t")]
    [InlineData(null, "t", "app:t")]
    [InlineData(null, null, "")]
    public void The_client_id_is_composed_where_none_is_stated(string? clientId, string? tenant, string expected)
    {
        var declaration = new OAuthDeclaration("Acme", OAuthMessage.None) { Provider = new("https://id.example") { ClientId = "app:{tenant?}" } };
        var templates = new ProviderTemplates(declaration, new Options(("tenant", tenant)) { ClientId = clientId });

        Assert.Equal(expected, templates.ClientId);
        Assert.Equal(expected, templates.Values.Find("client.id"));
    }

    [Fact]
    public void Only_variables_from_the_request_travel_with_it()
    {
        var declaration = Declare("https://id.example", variables: [new("shop") { From = "request" }, new("dc") { From = "callback.dc" }, new("tenant")]);

        Assert.Equal(["shop"], new ProviderTemplates(declaration, new Options { ClientId = "c" }).RequestVariables);
    }

    [Fact]
    public void Values_of_messages_are_kept_if_a_template_needs_them()
    {
        var declaration = Declare(
            "https://id.example",
            [new("shop") { From = "request" }, new("dc") { From = "callback.location" }],
            ("a", "{token.uid}"), ("b", "{request.scope}"), ("c", "{client.id}"), ("d", "{tenant}"));
        var templates = new ProviderTemplates(declaration, new Options { ClientId = "c" });

        Assert.True(templates.KeepsValues);
        Assert.Equal(["uid"], Kept(templates, "token."));
        Assert.Equal(["scope", "shop"], Kept(templates, "request.").Order(StringComparer.Ordinal));
        Assert.Equal(["location"], Kept(templates, "callback."));
        Assert.Empty(Kept(templates, "client."));
        Assert.Empty(Kept(templates, "id_token."));
    }

    [Fact]
    public void A_value_that_a_message_does_not_have_or_has_empty_is_not_kept()
    {
        var templates = new ProviderTemplates(Declare("https://id.example", ("a", "{token.a}"), ("b", "{token.b}"), ("c", "{token.c}")), new Options { ClientId = "c" });
        var values = new Dictionary<string, string>();

        templates.Keep(values, "token.", name => name switch { "a" => "1", "b" => "", _ => null });

        Assert.Equal([KeyValuePair.Create("token.a", "1")], values);
    }

    [Fact]
    public void Nothing_is_kept_if_no_template_needs_it() =>
        Assert.False(new ProviderTemplates(
            Declare("https://{tenant}.id.example", [new("tenant"), new("region") { Default = "eu" }], ("a", "{client.id}"), ("b", "{region}")),
            new Options { ClientId = "c" }).KeepsValues);

    [Fact]
    public void Each_URL_that_options_do_not_make_secure_is_named_by_its_property()
    {
        const string bad = "http://id.example/{tenant}";
        var declaration = new OAuthDeclaration("Acme", OAuthMessage.None)
        {
            Provider = new(bad)
            {
                MetadataAddress = bad, AuthorizationEndpoint = bad, PushedAuthorizationRequestEndpoint = bad, TokenEndpoint = bad, DeviceAuthorizationEndpoint = bad,
                RevocationEndpoint = bad, IntrospectionEndpoint = bad, UserInfoEndpoint = bad, EndSessionEndpoint = bad, BackchannelAuthenticationEndpoint = bad,
                RegistrationEndpoint = bad, JsonWebKeySetUri = bad,
            },
            Requests = [new() { Endpoint = bad, MutualTlsEndpoint = bad }],
        };

        Assert.Equal(
            new[]
            {
                "Issuer", "MetadataAddress", "AuthorizationEndpoint", "PushedAuthorizationRequestEndpoint", "TokenEndpoint", "DeviceAuthorizationEndpoint",
                "RevocationEndpoint", "IntrospectionEndpoint", "UserInfoEndpoint", "EndSessionEndpoint", "BackchannelAuthenticationEndpoint",
                "RegistrationEndpoint", "JsonWebKeySetUri", "Endpoint", "MutualTlsEndpoint",
            }.Select(name => $"{name}: 'http://id.example/{{tenant}}' is not an absolute https URL"),
            new ProviderTemplates(declaration, new Options(("tenant", "acme")) { ClientId = "c" }).UrlProblems());
    }

    [Theory]
    [InlineData("https://id.example/{tenant}", null, "TokenEndpoint: '{tenant}' has no value")]
    [InlineData("https://id.example/{tenant}", "..", "TokenEndpoint: the value of '{tenant}' is not one segment of a path")]
    [InlineData("https://id.example/{tenant}", "acme", null)]
    [InlineData("https://id.example/{tenant}/{token.x}", null, null)]
    [InlineData("https://id.example/{tenant}/{filled}", null, null)]
    public void A_URL_is_checked_as_soon_as_the_options_are_all_it_needs(string endpoint, string? tenant, string? problem)
    {
        var declaration = new OAuthDeclaration("Acme", OAuthMessage.None)
        {
            Provider = new("https://id.example") { TokenEndpoint = endpoint },
            Variables = [new("filled") { From = "callback.x" }],
        };

        Assert.Equal(
            problem is null ? [] : [problem],
            new ProviderTemplates(declaration, new Options(("tenant", tenant)) { ClientId = "c" }).UrlProblems());
    }

    private static IEnumerable<string> Kept(ProviderTemplates templates, string source)
    {
        var values = new Dictionary<string, string>();
        templates.Keep(values, source, name => name);
        Assert.All(values, value => Assert.Equal(source + value.Value, value.Key));
        return values.Values;
    }

    private static OAuthDeclaration Declare(string issuer, params (string Name, string Value)[] parameters) => Declare(issuer, [], parameters);

    private static OAuthDeclaration Declare(string issuer, OAuthVariableAttribute[] variables, params (string Name, string Value)[] parameters) =>
        new("Acme", OAuthMessage.None)
        {
            Provider = new(issuer),
            Variables = variables,
            Parameters = [.. parameters.Select(parameter => new OAuthParameterAttribute(parameter.Name, parameter.Value))],
        };

    private sealed class Options(params (string Name, string? Value)[] variables) : OAuthClientOptions
    {
        protected override string? GetVariable(string name) => Array.Find(variables, variable => variable.Name == name).Value;
    }
}
