namespace SdkGen.OAuth;

/// <summary>The UserInfo endpoint (OpenID Connect Core section 5.3), or a provider's own, read as the standard claims.</summary>
public interface IUserInfoEndpoint : IUserInfoEndpoint<UserInfo>;
