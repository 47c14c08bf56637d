using Microsoft.CodeAnalysis;
using SdkGen.OAuth.Declaration;

namespace SdkGen.OAuth.Generator.Tests;

/// <summary>Metadata documents that are kept beside interfaces: whose they are, what is taken from them, and what an edit of one runs again.</summary>
public sealed class DocumentTests
{
    private const string Path = "/repo/acme.openid-configuration.json";
    private const string Document = """{ "issuer": "https://id.example.com", "token_endpoint": "https://id.example.com/token" }""";

    private const string Acme = """
        using SdkGen.OAuth;
        [OAuthProvider("https://id.example.com")]
        public partial interface IAcme : IClientCredentialsGrant;
        """;

    private const string Other = """
        using SdkGen.OAuth;
        [OAuthProvider("https://other.example.com")]
        public partial interface IOther : IClientCredentialsGrant;
        """;

    [Fact]
    public void Every_property_of_the_metadata_can_come_from_a_document() => Assert.Equal(
        typeof(ProviderMetadata).GetProperties().Select(property => property.Name).Where(name => name != "EqualityContract").Order(StringComparer.Ordinal),
        DiscoveryMember.All.Where(member => !member.IsAlias).Select(member => member.Property).Append(DiscoveryMember.Aliases).Order(StringComparer.Ordinal));

    [Fact]
    public void DS_12_the_aliases_for_clients_with_a_certificate_come_from_it_too()
    {
        var text = Text(
            GeneratorRun.Of(Acme).With((Path, """
                {
                    "issuer": "https://id.example.com", "token_endpoint": "https://id.example.com/token", "dpop_signing_alg_values_supported": ["ES256"],
                    "mtls_endpoint_aliases": { "token_endpoint": "https://mtls.id.example.com/token", "userinfo_endpoint": 5 }
                }
                """)),
            "IAcme");

        Assert.Contains("DPoPSigningAlgValuesSupported = [\"ES256\"],", text, StringComparison.Ordinal);
        Assert.Contains(
            "MutualTlsEndpointAliases = new() { TokenEndpoint = \"https://mtls.id.example.com/token\", },",
            System.Text.RegularExpressions.Regex.Replace(text, @"\s+", " "),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/repo/acme.openid-configuration.json")]
    [InlineData("C:\\repo\\Acme.OpenId-Configuration.json")]
    [InlineData("/repo/found-by-its-issuer.openid-configuration.json")]
    public void A_document_belongs_to_the_interface_of_its_name_or_issuer(string path) =>
        Assert.Contains("TokenEndpoint = \"https://id.example.com/token\"", Text(GeneratorRun.Of(Acme).With((path, Document)), "IAcme"), StringComparison.Ordinal);

    [Theory]
    [InlineData("/repo/acme.json")]
    [InlineData("/repo/openid-configuration.json")]
    public void Another_file_is_no_document(string path) =>
        Assert.DoesNotContain("Metadata =", Text(GeneratorRun.Of(Acme).With((path, Document)), "IAcme"), StringComparison.Ordinal);

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("""{ "issuer": null }""")]
    [InlineData("""{ "issuer": "https://id.example.com/" }""")]
    [InlineData("""{ "issuer": "https://evil.example.com", "token_endpoint": "https://evil.example.com/token" }""")]
    [InlineData("""{ "issuer": "https://id.example.com", "token_endpoint": "https://id.example.com/{tenant}/token" }""")]
    public void A_document_that_is_broken_or_of_another_issuer_is_not_used(string document)
    {
        var run = GeneratorRun.Of(Acme).With((Path, document));
        Assert.DoesNotContain("Metadata =", Text(run, "IAcme"), StringComparison.Ordinal);
        Assert.Empty(run.GeneratedDiagnostics(DiagnosticSeverity.Warning));
    }

    [Theory]
    [InlineData("https://{tenant}.example.com", "https://contoso.example.com", "https://contoso.example.com/token", "https://{tenant}.example.com/token")]
    [InlineData("https://example.com/{tenant}/", "https://example.com/contoso/", "https://example.com/contoso/token", "https://example.com/{tenant}/token")]
    [InlineData("https://login.example.com/{tenant}/v2.0", "https://login.example.com/c0ffee-0815/v2.0", "https://login.example.com/c0ffee-0815/oauth2/token", "https://login.example.com/{tenant}/oauth2/token")]
    [InlineData("https://{tenant}.example.com", "https://contoso.example.com", "https://tokens.example.com/t", "https://tokens.example.com/t")]
    public void A_document_of_one_tenant_is_that_of_all(string declared, string issuer, string endpoint, string expected)
    {
        var run = GeneratorRun.Of(Acme.Replace("https://id.example.com", declared, StringComparison.Ordinal))
            .With((Path, $$"""{ "issuer": "{{issuer}}", "token_endpoint": "{{endpoint}}" }"""));
        Assert.Contains($"Issuer = \"{declared}\"", Text(run, "IAcme"), StringComparison.Ordinal);
        Assert.Contains($"TokenEndpoint = \"{expected}\"", Text(run, "IAcme"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://{tenant}.example.com", "https://api.example.com", "https://api.other.example/api/token")]
    [InlineData("https://{tenant}.example.com", "https://contoso.example.com", "https://tokens.example.com/contoso-token")]
    public void A_document_that_does_not_tell_what_is_the_tenants_is_not_used(string declared, string issuer, string endpoint)
    {
        var run = GeneratorRun.Of(Acme.Replace("https://id.example.com", declared, StringComparison.Ordinal))
            .With((Path, $$"""{ "issuer": "{{issuer}}", "token_endpoint": "{{endpoint}}" }"""));
        Assert.DoesNotContain("Metadata =", Text(run, "IAcme"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_change_of_a_document_writes_only_the_interface_that_uses_it_again()
    {
        var run = GeneratorRun.Of(Acme, Other).With((Path, Document));
        var changed = run.Change(Path, Document, Document.Replace("/token", "/tokens", StringComparison.Ordinal));

        Assert.Equal([IncrementalStepRunReason.Modified, IncrementalStepRunReason.Cached], Reasons(changed).Order());
        Assert.Contains("/tokens", Text(changed, "IAcme"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{ ", "{\n  ")]
    [InlineData(" }", ", \"claims_supported\": [\"sub\"] }")]
    public void Blanks_and_what_nobody_reads_write_nothing_again(string old, string by)
    {
        var run = GeneratorRun.Of(Acme, Other).With((Path, Document)).Change(Path, Document, Document.Replace(old, by, StringComparison.Ordinal));
        Assert.All(Reasons(run), reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
    }

    [Fact]
    public void An_edit_in_an_unrelated_file_reads_no_document_again()
    {
        var run = GeneratorRun.Of(Acme, Sources.Unrelated).With((Path, Document)).Edit(1, source => source + "\n// more");
        Assert.All(Reasons(run), reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
        Assert.All(
            run.Result.TrackedSteps[GeneratorSteps.ReadDocument].SelectMany(step => step.Outputs),
            output => Assert.Equal(IncrementalStepRunReason.Cached, output.Reason));
    }

    private static IEnumerable<IncrementalStepRunReason> Reasons(GeneratorRun run) =>
        run.Result.TrackedOutputSteps.SelectMany(step => step.Value).SelectMany(step => step.Outputs).Select(output => output.Reason);

    private static string Text(GeneratorRun run, string name) =>
        run.Result.GeneratedSources.Single(source => source.HintName.Contains(name, StringComparison.Ordinal)).SourceText.ToString();
}
