using System.Text.Json.Serialization;

namespace Application;

/// <summary>How the user is read: at compile time, without reflection.</summary>
[JsonSerializable(typeof(OryUser))]
public sealed partial class AppJson : JsonSerializerContext;
