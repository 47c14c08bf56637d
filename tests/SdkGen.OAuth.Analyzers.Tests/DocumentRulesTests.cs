using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace SdkGen.OAuth.Analyzers.Tests;

/// <summary>What is said of metadata documents that are kept in a project, OAUTH0060 to OAUTH0069.</summary>
public sealed class DocumentRulesTests
{
    private const string Issuer = "\"issuer\":\"https://id.example.com\",\"token_endpoint\":\"https://id.example.com/t\",\"authorization_endpoint\":\"https://id.example.com/a\"";
    private const string Code = "[OAuthProvider(\"https://id.example.com\")] public partial interface IAcme : IAuthorizationCodeGrant;";

    /// <summary>The declaration, the document, and what is told: the id, and what the message has to name.</summary>
    public static TheoryData<string, string, string> Contradictions { get; } = new()
    {
        { Code, "{\"issuer\":\"https://id.example.com/\"}", "OAUTH0061 https://id.example.com/" },
        { Code, "{\"issuer\":\"https://id.example.com\",\"token_endpoint\":\"https://id.example.com/t\"}", "OAUTH0062 authorization_endpoint" },
        { Code.Replace("IAcme :", "IAcme : IPushedAuthorizationRequestEndpoint,", StringComparison.Ordinal), $"{{{Issuer}}}", "OAUTH0062 pushed_authorization_request_endpoint" },
        { Code, $"{{{Issuer},\"grant_types_supported\":[\"implicit\"]}}", "OAUTH0063 authorization_code" },
        { Code, $"{{{Issuer},\"response_types_supported\":[\"id_token\"]}}", "OAUTH0063 code" },
        { Code.Replace("\")]", "\", Scopes = [\"openid\", \"profil\"])]", StringComparison.Ordinal), $"{{{Issuer},\"scopes_supported\":[\"openid\",\"profile\"]}}", "OAUTH0064 profil" },
        { Code, $"{{{Issuer},\"code_challenge_methods_supported\":[\"plain\"]}}", "OAUTH0065 plain" },
        { Code, $"{{{Issuer},\"code_challenge_methods_supported\":[]}}", "OAUTH0065 none" },
        { Code.Replace("\")]", "\", Pkce = PkceMethod.Plain)]", StringComparison.Ordinal), $"{{{Issuer},\"code_challenge_methods_supported\":[\"plain\",\"S256\"]}}", "OAUTH0065 S256" },
        { Code.Replace("\")]", "\", ClientAuthentication = ClientAuthenticationMethod.PrivateKeyJwt)]", StringComparison.Ordinal), $"{{{Issuer},\"token_endpoint_auth_methods_supported\":[\"client_secret_post\"]}}", "OAUTH0066 private_key_jwt" },
        { Code.Replace("\")]", "\", ResponseMode = ResponseMode.FormPost)]", StringComparison.Ordinal), $"{{{Issuer},\"response_modes_supported\":[\"query\"]}}", "OAUTH0067 form_post" },
        { Code.Replace("\")]", "\", IdTokenAlgorithms = [\"ES256\", \"RS256\"])]", StringComparison.Ordinal), $"{{{Issuer},\"id_token_signing_alg_values_supported\":[\"RS256\"]}}", "OAUTH0068 ES256" },
        { Code.Replace("\")]", "\", RequestObject = RequestObjectUse.Signed, RequestObjectAlgorithms = [\"ES256\"])]", StringComparison.Ordinal), $"{{{Issuer},\"request_object_signing_alg_values_supported\":[\"RS256\"]}}", "OAUTH0068 ES256" },
        { Code.Replace("\")]", "\", ResponseMode = ResponseMode.QueryJwt, ResponseAlgorithms = [\"ES256\"])]", StringComparison.Ordinal), $"{{{Issuer},\"authorization_signing_alg_values_supported\":[\"RS256\"]}}", "OAUTH0068 ES256" },
        { Code.Replace("IAcme", "IOther", StringComparison.Ordinal), "{\"issuer\":\"https://elsewhere.example.com\"}", "OAUTH0069 elsewhere" },
    };

    [Theory]
    [MemberData(nameof(Contradictions))]
    public async Task What_a_document_contradicts_is_told_once_with_its_place(string code, string document, string expected)
    {
        var diagnostic = Assert.Single(await AnalyzeAsync(code, document), diagnostic => !Unrelated.Contains(diagnostic.Id));
        var (id, name) = (expected.Split(' ')[0], expected.Split(' ')[1]);
        Assert.Equal(id, diagnostic.Id);
        Assert.Contains(name, diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
        Assert.Contains("acme.openid-configuration.json", diagnostic.Location.IsInSource
            ? Assert.Single(diagnostic.AdditionalLocations).GetLineSpan().Path
            : diagnostic.Location.GetLineSpan().Path, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Code, "{" + Issuer + "}")]
    [InlineData(Code, "{" + Issuer + ",\"grant_types_supported\":[\"authorization_code\"],\"response_types_supported\":[\"code\"],\"code_challenge_methods_supported\":[\"plain\",\"S256\"]}")]
    [InlineData(Code, "{" + Issuer + ",\"grant_types_supported\":null,\"scopes_supported\":5,\"token_endpoint_auth_methods_supported\":{}}")]
    [InlineData("[OAuthProvider(\"https://{tenant}.example.com\")] public partial interface IAcme : IAuthorizationCodeGrant;", "{" + Issuer + "}")]
    [InlineData("[OAuthProvider(\"https://id.example.com\")] public partial interface INamedOtherwise : IAuthorizationCodeGrant;", "{" + Issuer + "}")]
    [InlineData("[OAuthProvider(\"https://id.example.com\", ClientAuthentication = ClientAuthenticationMethod.BearerToken)] public partial interface IAcme : IIntrospectionEndpoint;", "{" + Issuer + ",\"introspection_endpoint\":\"https://id.example.com/i\",\"token_endpoint_auth_methods_supported\":[\"client_secret_post\"]}")]
    public async Task What_a_document_says_or_leaves_out_is_no_contradiction(string code, string document) =>
        Assert.DoesNotContain(await AnalyzeAsync(code, document), diagnostic => diagnostic.Id.StartsWith("OAUTH006", StringComparison.Ordinal));

    [Theory]
    [InlineData("", "OAUTH0060 (1,1)")]
    [InlineData("[]", "OAUTH0060 (1,1)")]
    [InlineData("{\n  \"issuer\": \"https://id.example.com\"\n  \"token_endpoint\": \"x\"\n}", "OAUTH0060 (3,3)")]
    [InlineData("{\n  \"issuer\": \"a\",\n  \"issuer\": \"b\"\n}", "OAUTH0060 (3,3)")]
    [InlineData("{\n  \"issuer\": 5\n}", "OAUTH0060 (2,13)")]
    [InlineData("{\n  \"jwks_uri\": \"https://id.example.com/k\"\n}", "OAUTH0060 (1,1)")]
    [InlineData("{ \"issuer\": \"https://id.example.com", "OAUTH0060 (1,35)")]
    [InlineData("<html></html>", "OAUTH0060 (1,1)")]
    [InlineData("{\n  \"issuer\": \"https://id.example.com\",\n  \"token_endpoint\": \"http://id.example.com/t\"\n}", "OAUTH4001 (3,21)")]
    public async Task A_fault_of_the_document_itself_is_told_at_its_place(string document, string expected)
    {
        var diagnostic = Assert.Single(await AnalyzeAsync("", document), diagnostic => diagnostic.Id is "OAUTH0060" or "OAUTH4001");
        var place = diagnostic.Location.GetLineSpan().StartLinePosition;
        Assert.Equal(expected, $"{diagnostic.Id} ({place.Line + 1},{place.Character + 1})");
    }

    [Fact]
    public async Task A_document_that_breaks_off_anywhere_throws_nothing()
    {
        var document = $"{{{Issuer},\"scopes_supported\":[\"a\\u00e9\",null,1.5e3,true],\"x\":{{}}}}";
        for (var length = 0; length < document.Length; length++)
        {
            Assert.DoesNotContain(await AnalyzeAsync(Code, document[..length]), diagnostic => diagnostic.Id == "AD0001");
        }
    }

    [Theory]
    [InlineData("#pragma warning disable OAUTH0065\n")]
    [InlineData("[System.Diagnostics.CodeAnalysis.SuppressMessage(\"OAuth.Usage\", \"OAUTH0065\", Justification = \"It was tried.\")]\n")]
    public async Task A_contradiction_that_is_known_is_suppressed_where_it_is_declared(string suppression)
    {
        var diagnostics = await AnalyzeAsync(suppression + Code, $"{{{Issuer},\"code_challenge_methods_supported\":[\"plain\"]}}");
        Assert.DoesNotContain(diagnostics, diagnostic => diagnostic.Id == "OAUTH0065" && !diagnostic.IsSuppressed);
    }

    private static readonly string[] Unrelated = ["OAUTH2003", "OAUTH0034"];

    private static async Task<IReadOnlyList<Diagnostic>> AnalyzeAsync(string code, string document)
    {
        var compilation = CSharpCompilation.Create(
            "Documents",
            [CSharpSyntaxTree.ParseText("using SdkGen.OAuth;\n" + code, new CSharpParseOptions(LanguageVersion.CSharp12))],
            Verify.References,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        return await compilation
            .WithAnalyzers([new DeclarationAnalyzer(), new DocumentAnalyzer()], new AnalyzerOptions([new MemoryText("/repo/acme.openid-configuration.json", document)]))
            .GetAnalyzerDiagnosticsAsync(CancellationToken.None);
    }
}
