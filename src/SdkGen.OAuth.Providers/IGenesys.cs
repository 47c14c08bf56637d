namespace SdkGen.OAuth.Providers;

/// <summary>Genesys Cloud, at the host of a region, as <see href="https://developer.genesys.cloud/authorization/platform-auth/">its documentation</see> describes it.</summary>
[OAuthProvider(
    AuthorizationEndpoint = "https://login.{region}/oauth/authorize",
    TokenEndpoint = "https://login.{region}/oauth/token",
    UserInfoEndpoint = "https://api.{region}/api/v2/users/me",
    ClientAuthentication = ClientAuthenticationMethod.ClientSecretPost)]
[OAuthVariable("region", Default = "us-east-1", Values = ["us-east-1=mypurecloud.com", "us-east-2=use2.us-gov-pure.cloud", "us-west-2=usw2.pure.cloud",
    "ca-central-1=cac1.pure.cloud", "sa-east-1=sae1.pure.cloud", "eu-west-1=mypurecloud.ie", "eu-west-2=euw2.pure.cloud",
    "eu-central-1=mypurecloud.de", "eu-central-2=euc2.pure.cloud", "me-central-1=mec1.pure.cloud", "ap-south-1=aps1.pure.cloud",
    "ap-northeast-1=mypurecloud.jp", "ap-northeast-2=apne2.pure.cloud", "ap-northeast-3=apne3.pure.cloud", "ap-southeast-2=mypurecloud.com.au"])]
[OAuthMember("sub", "id")]
public partial interface IGenesys : IClientCredentialsGrant, IAuthorizationCodeGrant, IRefreshTokenGrant, IUserInfoEndpoint;
