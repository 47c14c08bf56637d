using System.Security.Cryptography.X509Certificates;

namespace SdkGen.OAuth.Security;

/// <summary>By what a client proves that a token is its own: a key, of which requests carry a proof, or the certificate of the connection.</summary>
internal sealed record TokenBinding(DPoPProver? Prover, X509Certificate2? Certificate)
{
    public override string ToString() => Prover is not null ? "DPoP" : "certificate";
}
