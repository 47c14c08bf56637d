using SdkGen.OAuth.Security;

namespace SdkGen.OAuth.Tests.Security;

/// <summary>By what a token is bound is said, and with which key or certificate is not.</summary>
public sealed class TokenBindingTests
{
    [Fact]
    public void The_text_of_a_binding_is_its_kind()
    {
        using var certificate = Certificates.Create();
        var prover = new DPoPProver(ClientKey.Create(), "ES256", new DPoPNonces(), TimeProvider.System);

        Assert.Equal("DPoP", new TokenBinding(prover, null).ToString());
        Assert.Equal("certificate", new TokenBinding(null, certificate).ToString());
    }
}
