using SdkGen.OAuth;

namespace SampleWorker;

/// <summary>The provider. <c>{issuer}</c> is the setting <c>Acme:Issuer</c>; the endpoints are read from its metadata.</summary>
[OAuthProvider("{issuer}")]
public partial interface IAcme : IClientCredentialsGrant;
