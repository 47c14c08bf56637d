using Microsoft.CodeAnalysis;

namespace SdkGen.OAuth.Generator.Tests;

/// <summary>A provider extends one of another assembly, whose interface has its generated part already.</summary>
public sealed class ExtendedProviderTests
{
    private const string Usings = """
        using System;
        using System.Threading;
        using System.Threading.Tasks;
        using SdkGen.OAuth;

        """;

    private const string Catalogue = Usings + """
        namespace Catalogue;

        public sealed class Signature : IOAuthRequestHook
        {
            public ValueTask PrepareAsync(OAuthRequestContext request, CancellationToken cancellationToken) => default;
        }

        [OAuthProvider("https://{tenant}.example.com", Scopes = ["read"], ScopeSeparator = ',', ClientAuthentication = ClientAuthenticationMethod.ClientSecretPost)]
        [OAuthVariable("tenant", Default = "common")]
        [OAuthParameter("prompt", "consent", On = OAuthMessage.Authorization)]
        [OAuthHook<Signature>(OAuthMessage.Token)]
        public partial interface IBase : IAuthorizationCodeGrant, IRefreshTokenGrant
        {
            [AuthorizationRequest(Scopes = ["write"]), OAuthParameter("display", "page")]
            Task<AuthorizationRequest> StartAsync(Uri redirectUri, string? hint = null, CancellationToken cancellationToken = default);
        }
        """;

    [Fact]
    public void What_the_base_declares_is_in_the_client_and_what_is_stated_is_stronger()
    {
        var generated = Generate(Catalogue, """
            [OAuthProvider(Scopes = ["admin"])]
            [OAuthParameter("prompt", "login", On = OAuthMessage.Authorization)]
            public partial interface IDerived : Catalogue.IBase, IRevocationEndpoint;
            """);

        Assert.Contains("Provider = new(\"https://{tenant}.example.com\")", generated, StringComparison.Ordinal);
        Assert.Contains("ScopeSeparator = ',',", generated, StringComparison.Ordinal);
        Assert.Contains("Scopes = [\"admin\"],", generated, StringComparison.Ordinal);
        Assert.DoesNotContain("[\"read\"]", generated, StringComparison.Ordinal);
        Assert.True(generated.IndexOf("\"consent\"", StringComparison.Ordinal) < generated.IndexOf("\"login\"", StringComparison.Ordinal), "the own parameter comes later");
        Assert.Contains("new(new global::Catalogue.Signature(), ", generated, StringComparison.Ordinal);
        Assert.Contains("public string? Tenant { get; set; }", generated, StringComparison.Ordinal);
    }

    [Fact]
    public void A_request_of_the_bases_own_is_a_method_of_the_client_with_its_quirks()
    {
        var generated = Generate(Catalogue, """
            [OAuthProvider]
            public partial interface IDerived : Catalogue.IBase;
            """);

        Assert.Contains("StartAsync(", generated, StringComparison.Ordinal);
        Assert.Contains("Scopes = [\"write\"],", generated, StringComparison.Ordinal);
        Assert.Contains("new(\"display\", \"page\"),", generated, StringComparison.Ordinal);
    }

    [Fact]
    public void A_hook_that_is_internal_to_the_base_cannot_be_left_out_so_there_is_no_client()
    {
        var run = Run(Catalogue.Replace("public sealed class Signature", "internal sealed class Signature", StringComparison.Ordinal), """
            [OAuthProvider]
            public partial interface IDerived : Catalogue.IBase;
            """);

        Assert.Empty(run.Result.GeneratedSources);
    }

    private static string Generate(string library, string program)
    {
        var run = Run(library, program);

        Assert.Empty(run.GeneratedDiagnostics(DiagnosticSeverity.Warning).Concat(run.Output.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)));
        return Assert.Single(run.Result.GeneratedSources).SourceText.ToString();
    }

    private static GeneratorRun Run(string library, string program)
    {
        using var image = new MemoryStream();
        var emitted = GeneratorRun.Of(library).Output.WithAssemblyName("Catalogue").Emit(image);
        Assert.True(emitted.Success, string.Join(Environment.NewLine, emitted.Diagnostics));
        return GeneratorRun.Of(Usings + program).Reference(MetadataReference.CreateFromImage(image.ToArray()));
    }
}
