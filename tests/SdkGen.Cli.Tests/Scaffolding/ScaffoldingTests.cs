using System.Text.Json.Nodes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SdkGen.Cli.Running;
using SdkGen.Cli.Scaffolding;
using SdkGen.Cli.Tests.Framework;

namespace SdkGen.Cli.Tests.Scaffolding;

/// <summary>What an interface says of a provider that announces this or that.</summary>
public sealed class ScaffoldingTests
{
    public static TheoryData<string> Names => [.. Announcements.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task What_is_written_compiles_and_no_rule_says_anything(string name)
    {
        var (source, kept) = await WriteAsync(name);
        var said = await UserProgram.CompileAsync(source, ("acme.openid-configuration.json", kept));

        Assert.True(said.Count == 0, $"{string.Join('\n', said)}\n{source}");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Nothing_that_is_announced_becomes_code(string name)
    {
        var (source, _) = await WriteAsync(name);
        var root = await CSharpSyntaxTree.ParseText(source).GetRootAsync();

        Assert.DoesNotContain(root.DescendantNodes(), node => node is ClassDeclarationSyntax);
        Assert.Single(root.DescendantNodes().OfType<InterfaceDeclarationSyntax>());
        Assert.True(source.Split('\n').Length < 40, source);
    }

    [Fact]
    public async Task A_login_provider_gets_what_one_would_write_by_hand()
    {
        var (source, _) = await WriteAsync("like Google", "Shop.Identity");

        Assert.Equal(
            """
            using SdkGen.OAuth;

            namespace Shop.Identity;

            /// <summary>Acme, as <see href="https://accounts.example.com/.well-known/openid-configuration">its metadata</see> describe it.</summary>
            /// <remarks>
            /// What it announced is kept in acme.openid-configuration.json: its endpoints are read there when this is compiled, and
            /// <c>sdkgen verify</c> says when it announces something else. Remove what your client is not registered for.
            /// </remarks>
            [OAuthProvider("https://accounts.example.com", Scopes = ["openid", "profile", "email"])]
            public partial interface IAcme :
                IAuthorizationCodeGrant, IRefreshTokenGrant, IDeviceAuthorizationGrant, IJwtBearerGrant, IRevocationEndpoint,
                IUserInfoEndpoint;

            // Next: builder.Services.AddAcme(builder.Configuration.GetSection("Acme"));
            // Acme:ClientId belongs into the configuration, Acme:ClientSecret into user secrets, the environment or a vault.

            """.ReplaceLineEndings("\n"),
            source);
    }

    [Theory]
    [InlineData("like Microsoft", "OfflineAccessScope = \"offline_access\"")]
    [InlineData("like Microsoft", "IdTokenIssuers = [\"https://login.example.com/{id_token.tid}/v2.0\"]")]
    [InlineData("like Microsoft", "[OAuthVariable(\"id_token.tid\", Pattern = \"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\")]")]
    [InlineData("like Apple", "ResponseMode = ResponseMode.FormPost")]
    [InlineData("like Apple", "ClientAuthentication = ClientAuthenticationMethod.ClientSecretPost")]
    [InlineData("like Keycloak", "ITokenExchangeGrant")]
    [InlineData("like Keycloak", "IBackchannelAuthenticationGrant")]
    [InlineData("like Keycloak", "SenderConstraint = SenderConstraint.DPoP if your APIs")]
    [InlineData("OAuth without OpenID Connect", "IPushedAuthorizationRequestEndpoint")]
    [InlineData("OAuth without OpenID Connect", "/.well-known/oauth-authorization-server/tenant")]
    [InlineData("public clients alone", "ClientAuthenticationMethod.None")]
    [InlineData("PKCE with plain alone", "#pragma warning disable OAUTH2003 // The provider announces no other PKCE method")]
    [InlineData("signed with the secret alone", "IdTokenAlgorithms = [\"HS256\"]")]
    [InlineData("signed answers alone", "ResponseMode = ResponseMode.QueryJwt")]
    public async Task What_is_announced_is_declared(string name, string expected) =>
        Assert.Contains(expected, (await WriteAsync(name)).Source.Replace("\n    ", " ", StringComparison.Ordinal), StringComparison.Ordinal);

    [Theory]
    [InlineData("public clients alone", "IClientCredentialsGrant")]
    [InlineData("public clients alone", "IBackchannelAuthenticationGrant")]
    [InlineData("machines alone", "Scopes")]
    [InlineData("OAuth without OpenID Connect", "IUserInfoEndpoint")]
    [InlineData("like Ory", "offline\"")]
    [InlineData("like Keycloak", "roles")]
    [InlineData("PKCE of no method", "Pkce")]
    public async Task What_is_not_announced_or_not_sensible_is_not(string name, string unexpected) =>
        Assert.DoesNotContain(unexpected, (await WriteAsync(name)).Source, StringComparison.Ordinal);

    [Fact]
    public async Task The_document_is_kept_whole()
    {
        var (issuer, document) = Announcements.All["like Keycloak"];
        var fetched = await PublishedMetadata.FetchAsync(issuer, document.ToJsonString());
        var kept = KeptText.Write(fetched.Json);

        Assert.True(JsonNode.DeepEquals(document, JsonNode.Parse(kept)));
        Assert.True(kept.Split('\n').Length > 30);
    }

    [Theory]
    [InlineData("IMyOry", "my-ory")]
    [InlineData("IGoogle", "google")]
    [InlineData("IOAuth2Server", "oauth2-server")]
    [InlineData("Google", "google")]
    [InlineData("IGÖTEBORG", "göteborg")]
    [InlineData("IMy_Server", "my_server")]
    public async Task Interface_and_document_find_each_other_by_their_names(string name, string file)
    {
        var parsed = ProviderName.Parse(name);
        var (issuer, document) = Announcements.All["minimal"];
        var fetched = await PublishedMetadata.FetchAsync(issuer, document.ToJsonString());
        var source = InterfaceText.Write(parsed, null, new(issuer, fetched, null), fetched.Address);
        var ofAnother = KeptText.Write(fetched.Json).Replace(issuer, "https://another.example", StringComparison.Ordinal);

        Assert.Equal($"{file}.openid-configuration.json", parsed.DocumentFile);
        Assert.Contains(await UserProgram.CompileAsync(source, (parsed.DocumentFile, ofAnother)), said => said.Contains("OAUTH0061", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("http://evil.example/token")]
    [InlineData("ftp://id.example.com/token")]
    [InlineData("javascript:alert(1)")]
    public async Task An_address_in_clear_text_is_refused(string endpoint)
    {
        var document = new JsonObject { ["issuer"] = Announcements.Issuer, ["token_endpoint"] = endpoint, ["grant_types_supported"] = Announcements.Texts("client_credentials") };
        var fetched = await PublishedMetadata.FetchAsync(Announcements.Issuer, document.ToJsonString());

        Assert.Contains("not https", Assert.Throws<CommandException>(() => new ProviderPlan(Announcements.Issuer, fetched, null)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_announces_nothing_gets_no_interface()
    {
        var fetched = await PublishedMetadata.FetchAsync(Announcements.Issuer, $$"""{"issuer":"{{Announcements.Issuer}}"}""");

        Assert.Throws<CommandException>(() => new ProviderPlan(Announcements.Issuer, fetched, null));
    }

    [Theory]
    [InlineData("class")]
    [InlineData("async")]
    [InlineData("IGoo gle")]
    [InlineData("@IGoogle")]
    [InlineData("I-Google")]
    [InlineData("1Google")]
    [InlineData("IGoogle;")]
    [InlineData("../IGoogle")]
    [InlineData("IGo\u200dogle")]
    [InlineData("")]
    public void What_is_no_name_is_told(string name) =>
        Assert.Equal(ExitCode.WrongUsage, Assert.Throws<CommandException>(() => ProviderName.Parse(name)).ExitCode);

    [Theory]
    [InlineData("Shop..Identity")]
    [InlineData("Shop.class")]
    [InlineData("Shop; class Evil")]
    [InlineData("")]
    public void What_is_no_namespace_is_told(string name) => Assert.Throws<CommandException>(() => ProviderName.ParseNamespace(name));

    [Theory]
    [InlineData("My-App.Web 2", "My_App.Web_2")]
    [InlineData("1st", "_1st")]
    [InlineData("new", "_new")]
    public void A_project_gives_its_name_to_a_namespace(string project, string expected) => Assert.Equal(expected, ProviderName.NamespaceOf(project));

    private static async Task<(string Source, string Kept)> WriteAsync(string name, string? space = null)
    {
        var (issuer, document) = Announcements.All[name];
        var fetched = await PublishedMetadata.FetchAsync(issuer, document.ToJsonString(), name.StartsWith("OAuth", StringComparison.Ordinal));
        return (InterfaceText.Write(new("IAcme"), space, new(issuer, fetched, null), fetched.Address), KeptText.Write(fetched.Json));
    }
}
