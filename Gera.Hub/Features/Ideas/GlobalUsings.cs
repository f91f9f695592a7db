global using Gera.Hub.Features.Ideas.Answers;
global using Gera.Hub.Features.Ideas.Board;
global using Gera.Hub.Features.Ideas.Contests;
global using Gera.Hub.Features.Ideas.Entries;
global using Gera.Hub.Features.Ideas.Supports;
