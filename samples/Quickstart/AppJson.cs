using System.Text.Json.Serialization;
using Quickstart.Api;
using Quickstart.Providers;

namespace Quickstart;

/// <summary>How the program's own types are read: at compile time, without reflection.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(Member))]
[JsonSerializable(typeof(Caller))]
internal sealed partial class AppJson : JsonSerializerContext;
