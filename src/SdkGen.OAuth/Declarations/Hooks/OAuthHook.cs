using System.ComponentModel;

namespace SdkGen.OAuth;

/// <summary>One <see cref="OAuthHookAttribute{THook}"/> as data: the generator writes the <c>new</c>, so that nothing is looked up at run time.</summary>
/// <param name="hook">The hook.</param>
/// <param name="messages">The messages it is about. On a method: that method's message.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class OAuthHook(IOAuthHook hook, OAuthMessage messages = OAuthMessage.None)
{
    /// <summary>The hook.</summary>
    public IOAuthHook Hook { get; } = hook;

    /// <summary>The messages it is about.</summary>
    public OAuthMessage Messages { get; } = messages;
}
