global using Gera.Hub.Features.Halls;
global using Gera.Hub.Features.Halls.Ballots;
global using Gera.Hub.Features.Halls.Cards;
global using Gera.Hub.Features.Halls.Polls;
global using Gera.Hub.Features.Halls.Questions;
global using Gera.Hub.Features.Halls.Sessions;
global using Gera.Hub.People;
global using Gera.Hub.Tests.Testing;
