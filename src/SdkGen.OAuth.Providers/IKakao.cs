namespace SdkGen.OAuth.Providers;

/// <summary>Kakao, as <see href="https://developers.kakao.com/docs/latest/en/kakaologin/rest-api">its documentation</see> describes it.</summary>
[OAuthProvider("https://kauth.kakao.com", Scopes = ["openid"])]
public partial interface IKakao : IAuthorizationCodeGrant, IRefreshTokenGrant, IUserInfoEndpoint;
