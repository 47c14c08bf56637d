namespace SdkGen.OAuth;

/// <summary>What is expected of the ID token of a provider whose scopes contain <c>openid</c>.</summary>
public enum IdTokenExpectation
{
    /// <summary>It must be there, and is validated (OpenID Connect Core section 3.1.3.3).</summary>
    Required,

    /// <summary>It may be missing; one that is there is validated.</summary>
    Optional,

    /// <summary>It cannot be validated, so it is not read: no claim of it reaches the application.</summary>
    Ignored,
}
