namespace SdkGen.OAuth.Providers;

/// <summary>Hugging Face, as <see href="https://huggingface.co/docs/hub/oauth">its documentation</see> describes it.</summary>
[OAuthProvider("https://huggingface.co", Scopes = ["openid", "profile"])]
public partial interface IHuggingFace : IAuthorizationCodeGrant, IRefreshTokenGrant, IUserInfoEndpoint;
