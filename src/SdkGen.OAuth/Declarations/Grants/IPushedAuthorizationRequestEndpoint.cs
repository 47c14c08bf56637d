namespace SdkGen.OAuth;

/// <summary>
/// Pushed authorization requests (RFC 9126): the parameters of every authorization request go to the provider over the back channel first,
/// authenticated, and the browser carries only a reference to them.
/// </summary>
/// <remarks>
/// A provider whose metadata says <c>require_pushed_authorization_requests</c> needs no declaration: its requests are pushed in any case.
/// There is no method to call: <see cref="IAuthorizationCodeGrant.CreateAuthorizationRequestAsync"/> does it.
/// </remarks>
[System.Diagnostics.CodeAnalysis.SuppressMessage("Design", "CA1040", Justification = "Inheriting it says what the provider supports; it adds nothing to call.")]
public interface IPushedAuthorizationRequestEndpoint;
