namespace SdkGen.OAuth;

/// <summary>When a declared parameter is sent.</summary>
public enum ParameterCondition
{
    /// <summary>Always.</summary>
    Always,

    /// <summary>When a refresh token is wanted: the interface inherits <see cref="IRefreshTokenGrant"/> and the options do not say otherwise.</summary>
    OfflineAccess,
}
