using SdkGen.OAuth;

namespace Mistaken;

[OAuthProvider("http://idp.example.com")]
public interface IIdp : IClientCredentialsGrant;
